import { resultOf, waitForRun, type Result } from '../../n8n/content/execution';
import { listExecutions, publish, unpublish } from '../../n8n/content/saved';
import type { Workflow } from '../../n8n/content/workflow';
import type { Instance } from '../../n8n/instance/startInstance';
import type { Occasion } from './occasion';
import { takeStock } from './stock';

/** Publishes a workflow, triggers it, and unpublishes it. @throws Error when it doesn't run */
export async function executePublished(
	instance: Instance,
	workflow: Workflow,
	occasion: Occasion,
): Promise<Result> {
	const { session } = instance;
	occasion.prepare?.(instance);
	await takeStock(instance, workflow, async () => await publish(session, workflow.id));
	try {
		const known = (await listExecutions(session, workflow.id)).map(({ id }) => id);
		await occasion.happen(instance);
		const execution = await waitForRun(session, workflow, ({ id }) => !known.includes(id));
		return resultOf(workflow, execution);
	} finally {
		await unpublish(session, workflow.id);
	}
}
