import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { connect, type Connection } from '../request/connection';
import type { Service } from '../request/service';
import { makeBatches } from './bulk';
import { Item } from './Item';
import { toNodeError, withAdvice } from './nodeError';
import type { BulkEntry, BulkOperation, ItemOperation, Resource } from './operation';

/** What an input item came to: its output objects. Failed ones have an error item instead. */
type Outcome = IDataObject[] | INodeExecutionData;

/** One run of a node: what all items share. */
class Run {
	private readonly outcomes = new Map<number, Outcome>();

	private connected?: Promise<Connection>;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly service: Service,
	) {}

	/** Makes an item; the connection is made with the first request, and once for all. */
	item(index: number): Item {
		const connection = async () => await (this.connected ??= connect(this.context, this.service));
		return new Item(this.context, connection, index);
	}

	succeed(index: number, output: IDataObject | IDataObject[]): void {
		this.outcomes.set(index, Array.isArray(output) ? output : [output]);
	}

	/**
	 * Makes an error item, or ends the run: where the node is not set to continue, and where the
	 * execution was cancelled. The error item holds no `json.error`: n8n's Retry On Fail would run
	 * the whole node again, and send every create twice.
	 */
	fail(index: number, error: unknown): void {
		const nodeError = toNodeError(this.context.getNode(), error, index);
		const cancelled = this.context.getExecutionCancelSignal()?.aborted ?? false;
		if (cancelled || !this.context.continueOnFail()) throw nodeError;
		const { message } = withAdvice(nodeError);
		this.outcomes.set(index, {
			json: { message },
			error: nodeError,
			pairedItem: { item: index },
		});
	}

	/** All output items, in the order of the input items. */
	output(): INodeExecutionData[] {
		const output: INodeExecutionData[] = [];
		for (const [index, outcome] of [...this.outcomes].sort(([a], [b]) => a - b)) {
			if (Array.isArray(outcome)) {
				for (const json of outcome) output.push({ json, pairedItem: { item: index } });
			} else {
				output.push(outcome);
			}
		}
		return output;
	}
}

async function runItems(run: Run, operation: ItemOperation, count: number): Promise<void> {
	for (let index = 0; index < count; index++) {
		try {
			run.succeed(index, await operation.execute(run.item(index)));
		} catch (error) {
			run.fail(index, error);
		}
	}
}

async function runBulk(run: Run, operation: BulkOperation, count: number): Promise<void> {
	const entries: BulkEntry[] = [];
	for (let index = 0; index < count; index++) {
		try {
			entries.push(operation.prepare(run.item(index)));
		} catch (error) {
			run.fail(index, error);
		}
	}
	for (const batch of makeBatches(operation, entries)) {
		try {
			const outputs = await operation.send(batch.entries);
			batch.answers.forEach((indexes, position) => {
				for (const index of indexes) run.succeed(index, { ...outputs[position] });
			});
		} catch (error) {
			for (const index of batch.answers.flat()) run.fail(index, error);
		}
	}
}

/**
 * Runs the chosen operation for all input items: the one loop of all nodes, which owns item
 * linking, Continue On Fail and error items.
 * @throws NodeApiError, NodeOperationError where the node is not set to continue
 */
export async function runOperation(
	context: IExecuteFunctions,
	service: Service,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const resource = context.getNodeParameter('resource', 0);
	const chosen = context.getNodeParameter('operation', 0);
	const operation = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === chosen);
	if (!operation) {
		throw toNodeError(context.getNode(), `There is no operation "${chosen}" on "${resource}"`);
	}

	const run = new Run(context, service);
	const count = context.getInputData().length;
	if ('execute' in operation) await runItems(run, operation, count);
	else await runBulk(run, operation, count);
	return [run.output()];
}
