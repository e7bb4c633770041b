import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { connect, type Connection } from '../request/connection';
import { RequestError } from '../request/RequestError';
import type { Service } from '../request/service';
import { Session } from '../request/session';
import { hintsOf } from './hints';
import { Item } from './Item';
import { type NodeFailure, toNodeError, withAdvice } from './nodeError';
import { Parameters } from './Parameters';
import { ranges } from './ranges';

/** What an input item came to: its output objects, or an error. */
type Outcome = { output: IDataObject[] } | { error: unknown };

const isCancellation = (error: unknown): boolean =>
	error instanceof RequestError && error.failure.code === 'ERR_CANCELED';

/** One run of a node: what all its items share, and what became of each. */
export class Run {
	private readonly count: number;

	private readonly outcomes = new Map<number, Outcome>();

	private readonly session: Session;

	/** What an operation keeps for all items. */
	private readonly common: { value?: unknown; parameters: Parameters };

	/** Ends the waits of the other items, once the run has failed. */
	private readonly stop = new AbortController();

	private connected?: Promise<Connection>;

	private connection?: Connection;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly service: Service,
	) {
		this.common = { parameters: new Parameters(context) };
		this.count = context.getInputData().length;
		this.session = new Session(
			async () => await (this.connected ??= this.connect()),
			this.count > 1,
		);
	}

	/** Items to be done; none any more once the run has failed or was cancelled. */
	get openCount(): number {
		const cancelled = this.context.getExecutionCancelSignal()?.aborted ?? false;
		return cancelled || this.stop.signal.aborted ? 0 : this.count;
	}

	/** @throws InputError for options that can't be read */
	item(index: number): Item {
		return new Item(this.context, this.service, this.session, index, this.common);
	}

	isSettled(index: number): boolean {
		return this.outcomes.has(index);
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
				this.outcomes.set(index, { output: Array.isArray(output) ? output : [output] });
			});
		} catch (error) {
			for (const index of indexes) this.fail(index, error);
		}
	}

	/** Tells what a user would otherwise wonder about. */
	tellHints(more: string[] = []): void {
		const hints: NodeExecutionHint[] = this.connection ? hintsOf(this.connection) : [];
		for (const message of more) hints.push({ message, location: 'outputPane' });
		if (hints.length > 0) this.context.addExecutionHints(...hints);
	}

	/** All output objects so far. */
	get outputs(): IDataObject[] {
		return [...this.outcomes.values()].flatMap((outcome) =>
			'output' in outcome ? outcome.output : [],
		);
	}

	/**
	 * All output items, in the order of the input items. Error items hold no `json.error`: n8n's
	 * Retry On Fail would run the whole node again, and send every create twice.
	 * @throws NodeApiError, NodeOperationError where the node is not set to continue
	 */
	output(): INodeExecutionData[] {
		const output: INodeExecutionData[] = [];
		for (const [index, outcome] of [...this.outcomes].sort(([a], [b]) => a - b)) {
			const pairedItem = { item: index };
			if ('output' in outcome) {
				for (const json of outcome.output) output.push({ json, pairedItem });
				continue;
			}
			const error = toNodeError(this.context.getNode(), outcome.error, index);
			if (this.stop.signal.aborted) throw this.explained(error);
			const { message } = withAdvice(error);
			output.push({ json: { message }, error, pairedItem });
		}
		return output;
	}

	private async connect(): Promise<Connection> {
		const cancelled = this.context.getExecutionCancelSignal();
		const signals = [this.stop.signal, ...(cancelled ? [cancelled] : [])];
		this.connection = await connect(this.context, this.service, {
			signal: AbortSignal.any(signals),
		});
		return this.connection;
	}

	private fail(index: number, error: unknown): void {
		// Its wait was ended because the run had stopped: it has not failed by itself.
		if (this.stop.signal.aborted && isCancellation(error)) return;
		this.outcomes.set(index, { error });
		if (!this.context.continueOnFail() || isCancellation(error)) this.stop.abort();
	}

	/** Says what n8n would leave out: which items were done, and to a model what to do next. */
	private explained(error: NodeFailure): NodeFailure {
		const told = this.withProgress(error);
		// Of a tool's error n8n gives the AI Agent nothing but the message.
		return this.context.getNode().type.endsWith('Tool') ? withAdvice(told) : told;
	}

	/** Says which items were done before the run stopped, as nothing of them comes out. */
	private withProgress<T extends { description?: string | null }>(error: T): T {
		const done = [...this.outcomes].flatMap(([index, outcome]) =>
			'output' in outcome ? [index] : [],
		);
		if (this.count > 1) {
			const progress =
				done.length === 0
					? 'No item was done before this one failed.'
					: `Done before it stopped: ${done.length === 1 ? 'item' : 'items'} ${ranges(done)}.`;
			error.description = [error.description, progress].filter(Boolean).join(' ');
		}
		return error;
	}
}
