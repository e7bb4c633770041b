import { step } from '../../tools/steps';
import type { Instance } from '../instance/startInstance';
import { execute, type Result } from './execution';

/** Runs the workflows of an instance, one after another. */
export async function runExamples({ session, workflows }: Instance): Promise<Result[]> {
	const results: Result[] = [];
	const work = async () => {
		for (const workflow of workflows) results.push(await execute(session, workflow));
	};
	await step('Run the examples', work, () => `${results.length} of ${workflows.length}`);
	return results;
}
