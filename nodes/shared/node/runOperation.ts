import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Service } from '../request/service';
import { inParallel } from '../request/parallel';
import { makeBatches } from './bulk';
import type { Item } from './Item';
import { toNodeError } from './nodeError';
import type { BulkEntry, BulkOperation, ItemOperation, Operation, Resource } from './operation';
import { Run } from './Run';

async function runItems(run: Run, operation: ItemOperation): Promise<void> {
	const items = new Map<number, Item>();
	const open = (index: number): Item => {
		const item = items.get(index) ?? run.item(index);
		items.set(index, item);
		return item;
	};
	await inParallel({
		count: () => run.openCount,
		// An item whose options can't be read fails in its own turn.
		bound: (index) => run.attempt(index, () => open(index).settings.concurrency) ?? 1,
		run: async (index) => {
			if (run.isSettled(index)) return;
			await run.settle([index], async () => [await operation.execute(open(index))]);
			items.delete(index);
		},
	});
}

async function runBulk(run: Run, operation: BulkOperation): Promise<void> {
	const entries: BulkEntry[] = [];
	for (let index = 0; index < run.openCount; index++) {
		const entry = run.attempt(index, () => operation.prepare(run.item(index)));
		if (entry) entries.push(entry);
	}
	const { batches, inOrder } = makeBatches(operation, entries);
	await inParallel({
		count: () => (run.openCount === 0 ? 0 : batches.length),
		bound: (index) => (inOrder ? 1 : batches[index].entries[0].item.settings.concurrency),
		run: async (index) => {
			const { entries: sent, answers } = batches[index];
			await run.settle(answers.flat(), async () => {
				const outputs = await operation.send(sent);
				return answers.flatMap((indexes, entry) => indexes.map(() => ({ ...outputs[entry] })));
			});
		},
	});
}

/** The operation that a node is set to. @throws NodeOperationError */
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
 * Runs the chosen operation for all input items: the one loop of all nodes, which owns item
 * linking, Continue On Fail and error items. Items go side by side, as many as their Concurrency
 * allows; what comes out is in their order.
 * @throws NodeApiError, NodeOperationError where the node is not set to continue
 */
export async function runOperation(
	context: IExecuteFunctions,
	service: Service,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context, resources);
	const run = new Run(context, service);
	if ('execute' in operation) await runItems(run, operation);
	else await runBulk(run, operation);
	const output = run.output();
	run.tellHints('summarize' in operation ? operation.summarize?.(run.outputs) : []);
	return [output];
}
