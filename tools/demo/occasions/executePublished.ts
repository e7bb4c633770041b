import { nodeServiceNames } from '../../services';
import { until } from '../../lib/until';
import type { Workflow } from '../../n8n/content/workflow';
import type { Instance } from '../../n8n/instance/startInstance';
import { type Result, resultOf, waitForRun } from '../../n8n/content/execution';
import { listExecutions, publish, unpublish } from '../../n8n/content/saved';
import type { Occasion } from './occasion';

/** Milliseconds without a request after which a poll has ended. */
const QUIET = 1000;

/** Publishes a workflow, and waits for its first poll: earlier changes are not emitted. */
export async function publishAndPoll(
	{ sandbox, session }: Instance,
	{ id, name, nodes }: Workflow,
): Promise<void> {
	const trigger = nodes.find(({ parameters }) => parameters.pollTimes);
	const service = nodeServiceNames.find(
		(one) => sandbox[one].credential.type in (trigger?.credentials ?? {}),
	);
	if (service === undefined) return await publish(session, id);
	const { requests } = sandbox[service];
	const before = requests.length;
	await publish(session, id);
	let [count, since] = [before, Date.now()];
	await until(
		`the first poll of "${name}"`,
		() => {
			if (requests.length !== count) [count, since] = [requests.length, Date.now()];
			return count > before && Date.now() - since > QUIET;
		},
		{ seconds: 30 },
	);
}

/** Publishes a workflow, triggers it, and unpublishes it. @throws Error when it doesn't run */
export async function executePublished(
	instance: Instance,
	workflow: Workflow,
	occasion: Occasion,
): Promise<Result> {
	const { session } = instance;
	occasion.prepare?.(instance);
	await publishAndPoll(instance, workflow);
	try {
		const known = (await listExecutions(session, workflow.id)).map(({ id }) => id);
		await occasion.happen(instance);
		const execution = await waitForRun(session, workflow, ({ id }) => !known.includes(id));
		return resultOf(workflow, execution);
	} finally {
		await unpublish(session, workflow.id);
	}
}
