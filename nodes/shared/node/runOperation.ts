import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { inParallel } from '../async/parallel';
import type { Service } from '../service/service';
import { type Batch, makeWaves } from './batches';
import { asPlanned, PlannedRequest } from './dryRun';
import type { Item } from './Item';
import { toNodeError } from './nodeError';
import {
	type BulkEntry,
	type BulkOperation,
	type ItemOperation,
	type Operation,
	type Resource,
	serviceFor,
} from './operation';
import { Run } from './Run';

/** Runs an item, or in a dry run returns what would be sent for it. */
async function execute(operation: ItemOperation, item: Item, shared: unknown) {
	const [done] = await Promise.allSettled([operation.execute(item, shared)]);
	if (done.status === 'fulfilled') return item.isDryRun ? asPlanned(done.value) : done.value;
	if (done.reason instanceof PlannedRequest) return done.reason.whole;
	throw done.reason;
}

async function runItems(run: Run, operation: ItemOperation): Promise<void> {
	const items = new Map<number, Item | undefined>();
	// An item whose options can't be read fails when it is run.
	const open = (index: number): Item | undefined => {
		const item = items.get(index) ?? run.read(index, (read) => read);
		items.set(index, item);
		return item;
	};
	const shared = operation.share?.(run.openCount);
	await inParallel({
		count: () => run.openCount,
		concurrency: (index) => open(index)?.settings.concurrency ?? 1,
		run: async (index) => {
			const item = open(index);
			if (item) await run.settle([index], async () => [await execute(operation, item, shared)]);
			items.delete(index);
		},
	});
}

/** Sends a batch, and settles each of its items with the output or the error of its entry. */
async function sendBatch(
	run: Run,
	operation: BulkOperation,
	{ entries, answers }: Batch,
): Promise<void> {
	const sending = operation.send(entries).catch((error: unknown) => {
		if (error instanceof PlannedRequest) return entries.map(() => error);
		throw error;
	});
	const sharing = operation.isJoint ? answers.flat() : undefined;
	const settlements = answers.map(async (indexes, entry) => {
		const outputs = async () => {
			const output = (await sending)[entry];
			if (output instanceof PlannedRequest) return indexes.map(() => output.part(entry));
			if (output instanceof Error) throw output;
			if (entries[entry].item.isDryRun) return indexes.map(() => asPlanned(output));
			return indexes.map(() => [output].flat().map((json) => ({ ...json })));
		};
		await run.settle(indexes, outputs, sharing);
	});
	await Promise.all(settlements);
}

async function runBulk(run: Run, operation: BulkOperation): Promise<void> {
	const prepared: BulkEntry[] = [];
	for (let index = 0; index < run.openCount; index++) {
		const entry = run.read(index, (item) => operation.prepare(item));
		if (entry) prepared.push(entry);
	}
	if (run.openCount === 0) return;
	const settle = async ({ item }: BulkEntry, outcome: () => IDataObject) =>
		await run.settle([item.index], async () => [item.isDryRun ? asPlanned(outcome()) : outcome()]);
	const routed = (await operation.route?.(prepared, settle)) ?? [prepared];
	for (const [place, entries] of routed.entries()) {
		const { failed } = run;
		if (place > 0 && failed.length > 0) {
			if (entries.length > 0) run.scope.remarks.set(operation.unsentHint!, failed);
			break;
		}
		for (const wave of makeWaves(operation, entries)) {
			await inParallel({
				count: () => (run.openCount === 0 ? 0 : wave.length),
				concurrency: (index) => wave[index].entries[0].item.settings.concurrency,
				run: async (index) => await sendBatch(run, operation, wave[index]),
			});
		}
	}
}

/** Finds the operation that the node is set to. @throws NodeOperationError */
function chosenOperation(context: IExecuteFunctions, resources: Resource[]): Operation {
	const resource = context.getNodeParameter('resource', 0);
	const chosen = context.getNodeParameter('operation', 0);
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === chosen);
	if (operation) return operation;
	throw toNodeError(context.getNode(), `There is no operation "${chosen}" on "${resource}"`);
}

/**
 * Runs the chosen operation for all input items: the one loop of all nodes, which owns item linking,
 * Continue On Fail and error items. Outputs are in the order of the items.
 * @throws NodeApiError, NodeOperationError where the node is not set to continue
 */
export async function runOperation(
	context: IExecuteFunctions,
	service: Service,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context, resources);
	const run = new Run(context, serviceFor(service, operation), operation);
	if ('execute' in operation) await runItems(run, operation);
	else await runBulk(run, operation);
	return [run.finish()];
}
