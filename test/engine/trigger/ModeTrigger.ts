import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { CredentialsHelper } from '../../../tools/engine/credentialsHelper';
import { pollOnce } from '../../../tools/engine/pollOnce';
import { type HostedNode, loneNode } from '../../../tools/engine/workflow';
import { credentialTypes, triggerTypes } from '../../../tools/engine/types';
import type { NodeName } from '../../../tools/engine/world';

/** How n8n keeps what a trigger keeps between its polls. */
export type Mode =
	/** In memory; stored at activation, and with what is emitted. */
	| 'default'
	/** A copy for each poll; stored after each, but not after the one at activation. */
	| 'cursors'
	/** A copy for each poll; stored at activation, and with what is emitted. */
	| 'scheduler';

export const modes: Mode[] = ['default', 'cursors', 'scheduler'];

export interface ModeOptions {
	settings?: Partial<INode>;
	/** Milliseconds that n8n gives a scheduled poll; what n8n 2.41 gives when absent. */
	budget?: number;
}

const copyOf = (data: IDataObject): IDataObject => JSON.parse(JSON.stringify(data)) as IDataObject;

/** What n8n hands a poll to keep things in, and what that held before. */
interface Handed {
	data: IDataObject;
	before: string;
}

let nodes = 0;

/** A trigger in an n8n of one mode, which can be killed and started again. */
export class ModeTrigger {
	/** All items that started the workflow, in order. */
	readonly told: IDataObject[] = [];

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
	get kept(): IDataObject {
		return this.hand().data;
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
		this.tell(items);
	}

	/**
	 * A poll of the schedule.
	 * @param canStore whether n8n's database takes what the poll came to
	 */
	async tick(canStore = true): Promise<IDataObject[]> {
		const handed = this.hand();
		return this.end(handed, await this.run(handed.data), canStore);
	}

	/** Polls that were late: all get their copies before the first one begins. */
	async late(count: number): Promise<void> {
		const copies = Array.from({ length: count }, () => this.hand());
		for (const handed of copies) this.end(handed, await this.run(handed.data), true);
	}

	/** Polls that go on at the same time. */
	async together(count: number): Promise<void> {
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

	private hand(): Handed {
		const data = this.mode === 'default' ? this.shared : copyOf(this.stored);
		return { data, before: JSON.stringify(data) };
	}

	private end(
		{ data, before }: Handed,
		items: INodeExecutionData[][] | null,
		canStore: boolean,
	): IDataObject[] {
		// Without its cursor a scheduled poll starts no execution.
		if (this.mode === 'cursors' && !canStore) return [];
		const isNew = JSON.stringify(data) !== before;
		if (canStore && (items !== null || (this.mode === 'cursors' && isNew))) {
			this.stored = copyOf(data);
		}
		return this.tell(items);
	}

	private tell(items: INodeExecutionData[][] | null): IDataObject[] {
		const told = (items?.[0] ?? []).map(({ json }) => json);
		if (items !== null && told.length === 0) this.empty++;
		this.told.push(...told);
		return told;
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
