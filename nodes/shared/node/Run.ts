import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { connect, type Connection } from '../http/connection';
import { knowsDetails } from '../http/host';
import { RequestError } from '../service/RequestError';
import type { Service } from '../service/service';
import { Session } from '../session/session';
import { hintsOf, remarksOf } from './hints';
import { Item, type RunScope } from './Item';
import { detailsOf, type NodeFailure, toNodeError, withAdvice, withItem } from './nodeError';
import { Parameters } from './Parameters';
import { progressOf, type Settlement } from './progress';

/** One run of a node: what all its items share, and what became of each. */
export class Run {
	private readonly count: number;

	private readonly settlements = new Map<number, Settlement>();

	private readonly scope: RunScope;

	/** Ends the waits of the other items, once the run has failed. */
	private readonly stop = new AbortController();

	/** Aborted when the run has failed or the execution is cancelled. */
	private readonly signal: AbortSignal;

	private connection?: Connection;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly service: Service,
		/** Whether an output tells that its item went through. */
		private readonly isDone: (output: IDataObject) => boolean = () => true,
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
		};
	}

	/** Items to be done; none any more once the run has failed or was cancelled. */
	get openCount(): number {
		return this.signal.aborted ? 0 : this.count;
	}

	/** @throws InputError for options that can't be read */
	item(index: number): Item {
		return new Item(this.scope, index);
	}

	isSettled(index: number): boolean {
		return this.settlements.has(index);
	}

	/** Does something for an item; where it fails, the item has failed. */
	attempt<T>(index: number, action: () => T): T | undefined {
		if (this.isSettled(index)) return undefined;
		try {
			return action();
		} catch (error) {
			this.fail(index, error);
			return undefined;
		}
	}

	/**
	 * Does something that answers items, and keeps what came of it.
	 * @param action gives the output of each item, in the order of `indexes`
	 */
	async settle(
		indexes: number[],
		action: () => Promise<Array<IDataObject | IDataObject[]>>,
	): Promise<void> {
		try {
			const outputs = await action();
			indexes.forEach((index, position) => {
				const output = outputs[position];
				this.settlements.set(index, { output: Array.isArray(output) ? output : [output] });
			});
		} catch (error) {
			for (const index of indexes) this.fail(index, error);
		}
	}

	/**
	 * Tells what a user would otherwise wonder about.
	 * @param count items that come out
	 * @param more sentences about them
	 */
	tellHints(count: number, more: string[] = []): void {
		const { limit } = this.context.getNode().parameters;
		const hints: NodeExecutionHint[] = [
			// Where as many items come out as Limit says, n8n itself tells that there may be more.
			...(this.connection ? hintsOf(this.connection, limit === count) : []),
			...more.map((message): NodeExecutionHint => ({ message, location: 'outputPane' })),
			...remarksOf(this.scope.remarks, this.count),
		];
		// Tools of an AI Agent had no place for hints before n8n 1.118.
		if (hints.length > 0) this.context.addExecutionHints?.(...hints);
	}

	/** All output objects so far. */
	get outputs(): IDataObject[] {
		return [...this.settlements.values()].flatMap((settlement) =>
			'output' in settlement ? settlement.output : [],
		);
	}

	/**
	 * All output items, in the order of the input items. n8n takes what holds only `error` and
	 * `details` for an error item, and adds the input row on the error output. With Retry On Fail a
	 * `json.error` would make n8n run the whole node again, and send every create twice: then the error
	 * is beside the JSON, of which n8n leaves nothing but the message.
	 * @throws NodeApiError, NodeOperationError where the node is not set to continue
	 */
	output(): INodeExecutionData[] {
		const output: INodeExecutionData[] = [];
		for (const [index, settlement] of [...this.settlements].sort(([a], [b]) => a - b)) {
			const pairedItem = { item: index };
			if ('output' in settlement) {
				for (const json of settlement.output) output.push({ json, pairedItem });
				continue;
			}
			const error = toNodeError(this.context.getNode(), settlement.error, index);
			if (this.stop.signal.aborted) throw this.explained(error, index);
			const advice = error.description;
			const { message } = withItem(withAdvice(error), index);
			const { retryOnFail, onError } = this.context.getNode();
			if (retryOnFail) {
				output.push({ json: { message }, error, pairedItem });
				continue;
			}
			const details = detailsOf(this.service.name, settlement.error, advice, index);
			// An older n8n would take it for a good item, and send it to the wrong output.
			const isCut = onError === 'continueErrorOutput' && !knowsDetails();
			output.push({ json: { error: message, ...(isCut ? { message } : { details }) }, pairedItem });
		}
		return output;
	}

	private async connect(): Promise<Connection> {
		const { signal } = this;
		this.connection = await connect(this.context, this.service, { signal });
		return this.connection;
	}

	private fail(index: number, error: unknown): void {
		const isAbort = this.signal.aborted && error === this.signal.reason;
		// Its wait was ended because the run had stopped: it has not failed by itself.
		if (isAbort && this.stop.signal.aborted) return;
		const told = isAbort ? new RequestError({ message: 'The execution was cancelled' }) : error;
		this.settlements.set(index, { error: told });
		if (isAbort || !this.context.continueOnFail()) this.stop.abort();
	}

	/** Says what n8n would leave out: which items were done, and to a model what to do next. */
	private explained(error: NodeFailure, index: number): NodeFailure {
		const told = this.withProgress(error, index);
		// Of a tool's error n8n gives the AI Agent nothing but the message.
		return this.context.getNode().type.endsWith('Tool') ? withAdvice(told) : told;
	}

	/** Says what became of the items before the run stopped, as nothing of them comes out. */
	private withProgress<T extends { description?: string | null }>(error: T, index: number): T {
		if (this.count > 1) {
			const told = [error.description, ...progressOf(this.settlements, index, this.isDone)];
			error.description = told.filter(Boolean).join(' ');
		}
		return error;
	}
}
