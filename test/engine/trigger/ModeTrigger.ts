import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { CredentialsHelper } from '../../../tools/engine/credentialsHelper';
import { pollOnce } from '../../../tools/engine/pollOnce';
import { type HostedNode, loneNode } from '../../../tools/engine/workflow';
import { credentialTypes, triggerTypes } from '../../../tools/engine/types';
import type { NodeName } from '../../../tools/engine/world';

/** How n8n stores the state of a trigger between its polls. */
export type Mode =
	/** In memory; stored at activation, and with what is emitted. */
	| 'default'
	/** A copy for each poll; stored after each, but not after the one at activation. */
	| 'cursors'
	/** A copy for each poll; stored at activation, and with what is emitted. */
	| 'scheduler';

const { TRIGGER_MODE } = process.env;

/** All, unless `TRIGGER_MODE` names one. */
export const modes = (['default', 'cursors', 'scheduler'] satisfies Mode[]).filter(
	(mode) => (TRIGGER_MODE ?? mode) === mode,
);

export interface ModeOptions {
	settings?: Partial<INode>;
	/** Milliseconds that n8n gives a scheduled poll; what n8n 2.41 gives when absent. */
	budget?: number;
}

const copyOf = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

/** The static data that n8n gives a poll, and what was in it before. */
interface PollData {
	data: IDataObject;
	before: string;
}

let nodes = 0;

/** A trigger in an n8n of one mode, which can be killed and started again. */
export class ModeTrigger {
	/** All items that started the workflow, in order. */
	readonly reported: IDataObject[] = [];

	/** Executions without items. */
	empty = 0;

	/** What n8n has stored. */
	stored: IDataObject = {};

	/** What n8n has in memory, in its default mode. */
	private shared: IDataObject = {};

	private hosted!: HostedNode;

	private credentials: CredentialsHelper;

	private id = '';

	constructor(
		private readonly mode: Mode,
		private readonly name: NodeName,
		private parameters: IDataObject,
		private data: IDataObject,
		private readonly options: ModeOptions = {},
	) {
		this.credentials = this.start();
	}

	/** What the next poll starts from. */
	get state(): IDataObject {
		return this.dataForPoll().data;
	}

	/** n8n starts and activates the workflow: what was in memory only is lost. */
	async restart(): Promise<void> {
		// Another id, as what the process remembers of the node is lost too.
		this.id = '';
		this.start();
		await this.activate();
	}

	/** Someone changes the node in the active workflow, which n8n activates again. */
	async change(parameters: IDataObject): Promise<void> {
		this.parameters = parameters;
		this.start();
		await this.activate();
	}

	/** n8n polls once as it activates the workflow. */
	async activate(): Promise<void> {
		this.shared = copyOf(this.stored);
		const data = this.mode === 'cursors' ? copyOf(this.stored) : this.shared;
		const items = await this.run(data, 5 * 60_000);
		if (items !== null || this.mode !== 'cursors') this.stored = copyOf(data);
		this.report(items);
	}

	/**
	 * A poll of the schedule.
	 * @param canStore whether n8n's database takes what the poll came to
	 */
	async tick(canStore = true): Promise<IDataObject[]> {
		const given = this.dataForPoll();
		return this.end(given, await this.run(given.data), canStore);
	}

	/** Polls that were late: all get their copies before the first one begins. */
	async tickLate(count: number): Promise<void> {
		const copies = Array.from({ length: count }, () => this.dataForPoll());
		for (const given of copies) this.end(given, await this.run(given.data), true);
	}

	/** Polls that go on at the same time. */
	async tickAtOnce(count: number): Promise<void> {
		await Promise.all(Array.from({ length: count }, async () => await this.tick()));
	}

	/** A test in the editor. */
	async examples(): Promise<IDataObject[]> {
		const items = await this.run(this.shared, undefined, 'manual');
		return (items?.[0] ?? []).map(({ json }) => json);
	}

	/** Another credential, in the active workflow. */
	use(data: IDataObject): void {
		this.data = data;
		this.credentials = this.helper();
	}

	private start(): CredentialsHelper {
		const nodeType = triggerTypes[`${this.name}Trigger`];
		this.id ||= `mode ${++nodes}`;
		const settings = { ...this.options.settings, id: this.id };
		const { parameters } = this;
		this.hosted = loneNode(
			{ nodeType, parameters, credential: this.credential(), settings },
			{ active: true },
		);
		return this.helper();
	}

	private credential() {
		const [{ name }] = triggerTypes[`${this.name}Trigger`].description.credentials!;
		return { type: credentialTypes[name], data: this.data };
	}

	private helper(): CredentialsHelper {
		return new CredentialsHelper(this.credential());
	}

	private dataForPoll(): PollData {
		const data = this.mode === 'default' ? this.shared : copyOf(this.stored);
		return { data, before: JSON.stringify(data) };
	}

	private end(
		{ data, before }: PollData,
		items: INodeExecutionData[][] | null,
		canStore: boolean,
	): IDataObject[] {
		// Without its cursor a scheduled poll starts no execution.
		if (this.mode === 'cursors' && !canStore) return [];
		const isNew = JSON.stringify(data) !== before;
		if (canStore && (items !== null || (this.mode === 'cursors' && isNew))) {
			this.stored = copyOf(data);
		}
		return this.report(items);
	}

	private report(items: INodeExecutionData[][] | null): IDataObject[] {
		const reported = (items?.[0] ?? []).map(({ json }) => json);
		if (items !== null && reported.length === 0) this.empty++;
		this.reported.push(...reported);
		return reported;
	}

	private async run(
		data: IDataObject,
		budget?: number,
		mode: 'trigger' | 'manual' = 'trigger',
	): Promise<INodeExecutionData[][] | null> {
		const usual = this.mode === 'default' ? 5 * 60_000 : 36_000;
		return await pollOnce(this.hosted, {
			credentials: this.credentials,
			mode,
			budget: budget ?? this.options.budget ?? usual,
			data,
		});
	}
}
