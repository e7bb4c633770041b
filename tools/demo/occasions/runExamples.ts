import { step } from '../../lib/steps';
import type { Instance } from '../../n8n/instance/startInstance';
import { execute, type Result } from '../../n8n/content/execution';
import type { Workflow } from '../../n8n/content/workflow';
import { approveAll } from './visitor';
import { executePublished } from './executePublished';
import { occasions, QUESTION } from './index';
import { threeNights } from './threeNights';

async function runExample(instance: Instance, workflow: Workflow): Promise<Result> {
	const occasion = occasions[workflow.id];
	if (occasion) return await executePublished(instance, workflow, occasion);
	const running = execute(instance.session, workflow, QUESTION);
	if (workflow.nodes.some(({ type }) => type.endsWith('HitlTool')))
		await approveAll(instance, running);
	return await running;
}

/** The result of a workflow that could not be run. */
const failed = (workflow: Workflow, error: unknown): Result => ({
	workflow: workflow.name,
	status: 'error',
	items: 0,
	mostItems: 0,
	nodes: 0,
	files: [],
	milliseconds: 0,
	error: error instanceof Error ? error.message : String(error),
});

/** Runs the examples one after another, each by its own trigger. */
export async function runExamples(instance: Instance): Promise<Result[]> {
	const { workflows } = instance;
	const results: Result[] = [];
	const work = async () => {
		for (const workflow of workflows) {
			results.push(
				await runExample(instance, workflow).catch((error: unknown) => failed(workflow, error)),
			);
		}
		const nights = await threeNights(instance);
		if (nights) results.push(nights);
	};
	await step('Run the examples', work, () => `${workflows.length} of them`);
	return results;
}
