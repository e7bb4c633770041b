import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { connect, type Connection } from '../http/connection';
import { knowsDetails } from '../http/n8nFeatures';
import { RequestError } from '../service/RequestError';
import type { Service } from '../service/service';
import { Session } from '../session/session';
import { isFromDryRun, summarizeDryRun } from './dryRun';
import { explainRun, remarksOf } from './hints';
import { isTool, Item, Parameters, type RunScope } from './Item';
import { detailsOf, type NodeFailure, toNodeError, withAdvice, withItem } from './nodeError';
import type { Operation } from './operation';
import { progressOf, type Settlement } from './progress';
import { addToFirst, usageOf, usageText } from './usage';

/** One item is linked as n8n's own nodes do it. */
const pairedItemOf = (items: number[]) =>
	items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));

/** One run of a node: what its items share, and the result of each. */
export class Run {
	private readonly count: number;

	/** By item; one that several entries are about has several. */
	private readonly settlements = new Map<number, Settlement[]>();

	readonly scope: RunScope;

	/** Ends the waits of the other items, once the run has failed. */
	private readonly stop = new AbortController();

	/** Aborted when the run has failed or the execution is cancelled. */
	private readonly signal: AbortSignal;

	private connection?: Connection;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly service: Service,
		private readonly operation: Operation,
	) {
		this.count = context.getInputData().length;
		const cancelled = context.getExecutionCancelSignal();
		this.signal = AbortSignal.any([this.stop.signal, ...(cancelled ? [cancelled] : [])]);
		this.scope = {
			context,
			service,
			session: new Session(async () => await this.connect(), this.count > 1),
			parameters: new Parameters(context),
			remarks: new Map(),
			writes: operation.writes === true,
			planned: 0,
			showsUsage: false,
		};
	}

	/** Items to be done: none once the run has failed or was cancelled. */
	get openCount(): number {
		return this.signal.aborted ? 0 : this.count;
	}

	/** Indexes of the items that failed, by an error or by what their output says. */
	get failed(): number[] {
		const hasFailed = (one: Settlement) =>
			'error' in one || one.output.some(({ outcome }) => outcome === 'failed');
		return [...this.settlements].flatMap(([index, all]) => (all.some(hasFailed) ? [index] : []));
	}

	/** Reads from an item that has not failed; where that throws, it has. */
	read<T>(index: number, from: (item: Item) => T): T | undefined {
		if (this.settlements.has(index)) return undefined;
		try {
			return from(new Item(this.scope, index));
		} catch (error) {
			return this.fail(index, error);
		}
	}

	/**
	 * Settles items.
	 * @param action returns the output of each item, in the order of `indexes`
	 * @param sharing indexes of all items that the outputs are linked to; without it, each to its own
	 */
	async settle(
		indexes: number[],
		action: () => Promise<Array<IDataObject | IDataObject[]>>,
		sharing?: number[],
	): Promise<void> {
		try {
			const outputs = await action();
			for (const [position, index] of indexes.entries()) {
				this.add(index, { output: [outputs[position]].flat(), items: sharing ?? [index] });
			}
		} catch (error) {
			for (const index of indexes) this.fail(index, error);
		}
	}

	/** Explains in hints what a user would otherwise wonder about. @param count output items */
	private addHints(count: number, cost: string[]): void {
		const outputs = [...this.settlements.values()]
			.flat()
			.flatMap((settlement) => ('output' in settlement ? settlement.output : []));
		const isDry = outputs.length > 0 && outputs.every(isFromDryRun);
		const summary = isDry
			? [summarizeDryRun(outputs, this.scope.planned)]
			: (this.operation.summarize?.(outputs) ?? []);
		// Where as many items come out as Limit says, n8n says that there may be more.
		const mentionsCut = this.scope.parameters.raw.limit !== count;
		const known = this.connection ? explainRun(this.connection, mentionsCut) : [];
		const hints = [...known, ...summary, ...cost].map(
			(message): NodeExecutionHint => ({ message, location: 'outputPane' }),
		);
		hints.push(...remarksOf(this.scope.remarks, this.count));
		// Tools of an AI Agent had no hints before n8n 1.118.
		if (hints.length > 0) this.context.addExecutionHints?.(...hints);
	}

	/**
	 * Returns all output items, in the order of the input items, and adds hints about them.
	 * @throws NodeApiError, NodeOperationError where the node is not set to continue
	 */
	finish(): INodeExecutionData[] {
		const sorted = [...this.settlements]
			.sort(([a], [b]) => a - b)
			.flatMap(([, settlements]) => settlements);
		const usage = this.scope.showsUsage ? usageOf(this.connection) : undefined;
		if (usage) addToFirst(sorted, usage);
		const output = sorted.flatMap((settlement): INodeExecutionData[] => {
			if ('output' in settlement) {
				const { output, items } = settlement;
				return output.map((json) => ({ json, pairedItem: pairedItemOf(items) }));
			}
			const { error, item } = settlement;
			return [{ ...this.errorItem(item, error), pairedItem: { item } }];
		});
		this.addHints(output.length, usage ? [usageText(this.service.name, usage)] : []);
		return output;
	}

	/**
	 * n8n takes JSON of only `error` and `details` for an error item, and adds the input row on the
	 * error output. With Retry On Fail, `json.error` would make n8n run the whole node again and send
	 * every create twice: then the error is beside the JSON, of which n8n keeps only the message.
	 */
	private errorItem(index: number, reason: unknown): INodeExecutionData {
		const { retryOnFail, onError } = this.context.getNode();
		const error = toNodeError(this.context.getNode(), reason, index);
		if (this.stop.signal.aborted) throw this.explained(error, index);
		const advice = error.description;
		const message = withItem(withAdvice(error.message, advice), index);
		if (retryOnFail) {
			error.message = message;
			return { json: { message }, error };
		}
		// An older n8n would send an item with details to the wrong output.
		const isCut = onError === 'continueErrorOutput' && !knowsDetails();
		const details = detailsOf(this.service.name, reason, advice, index);
		return { json: { error: message, ...(isCut ? { message } : { details }) } };
	}

	/** Adds which items were done, as n8n outputs none of them. */
	private explained(error: NodeFailure, index: number): NodeFailure {
		if (this.count > 1 && this.scope.planned === 0) {
			const isDone = 'isDone' in this.operation ? this.operation.isDone : undefined;
			const progress = progressOf(this.settlements, index, isDone);
			error.description = [error.description, ...progress].filter(Boolean).join(' ');
		}
		// Of a tool's error, n8n gives the AI Agent only the message.
		if (isTool(this.context)) {
			error.message = withAdvice(error.message, error.description);
		}
		return error;
	}

	private add(index: number, settlement: Settlement): void {
		this.settlements.set(index, [...(this.settlements.get(index) ?? []), settlement]);
	}

	private async connect(): Promise<Connection> {
		const { signal } = this;
		return (this.connection = await connect(this.context, this.service, { signal }));
	}

	private fail(index: number, error: unknown): undefined {
		const isAbort = this.signal.aborted && error === this.signal.reason;
		// It did not fail: its wait was ended because the run had stopped.
		if (isAbort && this.stop.signal.aborted) return;
		const reason = isAbort ? new RequestError({ message: 'The execution was cancelled' }) : error;
		this.add(index, { error: reason, item: index });
		if (isAbort || !this.context.continueOnFail()) this.stop.abort();
	}
}
