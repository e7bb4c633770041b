import type { Session } from '../../tools/n8n/instance/session';
import {
	hasEnded,
	listExecutions,
	readExecution,
	type SavedExecution,
} from '../../tools/n8n/content/saved';
import { step } from '../../tools/lib/steps';
import { until } from '../../tools/lib/until';
import type { Batch } from './rows';

/** n8n needs up to two minutes to notice that a worker is gone. */
const LONGEST_SECONDS = 8 * 60;

async function call(
	url: string,
	workflowId: string,
	batch: Batch,
	signal: AbortSignal,
): Promise<void> {
	const post = async () =>
		await fetch(`${url}/webhook/${workflowId}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(batch),
			signal: AbortSignal.timeout(60_000),
		});
	let answer = await post();
	const isThere = async () => answer.status !== 404 || (answer = await post()).status !== 404;
	// The webhook of a workflow that was just published is not there at once.
	await until('the webhook', isThere, { seconds: 30, signal });
	if (!answer.ok) throw new Error(`The webhook answered ${answer.status} ${await answer.text()}`);
}

/** Starts a workflow by its webhook, once per batch, and waits for all executions to end. */
export async function runBatches(
	title: string,
	{ url, session }: { url: string; session: Session },
	workflowId: string,
	batches: Batch[],
	{ signal, progress }: { signal: AbortSignal; progress: () => string },
): Promise<SavedExecution[]> {
	let ended = 0;
	const work = async () => {
		await Promise.all(batches.map(async (batch) => await call(url, workflowId, batch, signal)));
		const list = async () => await listExecutions(session, workflowId);
		const allEnded = async () => {
			ended = (await list()).filter(hasEnded).length;
			return ended >= batches.length;
		};
		await until('the end of all executions', allEnded, { seconds: LONGEST_SECONDS, signal });
		const executions: SavedExecution[] = [];
		for (const { id } of await list()) executions.push(await readExecution(session, id));
		return executions;
	};
	return await step(
		title,
		work,
		() => `${progress()}, ${ended} of ${batches.length} executions ended`,
	);
}
