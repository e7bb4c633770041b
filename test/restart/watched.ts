import type { LoggedRequest, SandboxCredential } from '../../sandbox';
import type { Scene } from '../engine/trigger/scenes';
import { hasEnded, listExecutions, outputsOf, readExecution } from '../../tools/n8n/content/saved';
import type { Workflow, WorkflowNode } from '../../tools/n8n/content/workflow';
import type { Session } from '../../tools/n8n/instance/session';
import { until } from '../../tools/lib/until';

/** Seconds between two polls. n8n refuses less than a minute in one rule, not in several. */
const INTERVAL = 10;
const wait = { seconds: 90 };
const TRIGGER = 'Trigger';

export interface Emitted {
	ids: string[];
	empty: number;
	failed: number;
}

/** A workflow that starts with one of our triggers, and the items it emitted. */
export class Watched {
	readonly workflow: Workflow;

	constructor(
		readonly scene: Scene,
		index: number,
		{ id, name, type }: SandboxCredential,
		private readonly requests: () => LoggedRequest[],
	) {
		const { service, parameters } = scene;
		const seconds = Array.from({ length: 60 / INTERVAL }, (_, step) => step * INTERVAL);
		const item = seconds.map((second) => ({
			mode: 'custom',
			cronExpression: `${second} * * * * *`,
		}));
		const trigger: WorkflowNode = {
			id: `restart-trigger-${index}`,
			name: TRIGGER,
			type: `n8n-nodes-dutch-business.${service}Trigger`,
			typeVersion: 1,
			position: [0, 0],
			parameters: { ...parameters, pollTimes: { item } },
			credentials: { [type]: { id, name } },
		};
		const end: WorkflowNode = {
			id: `restart-end-${index}`,
			name: 'End',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			position: [200, 0],
			parameters: {},
		};
		const targets = [{ node: end.name, type: 'main', index: 0 }];
		this.workflow = {
			id: `restart${index}`.padEnd(16, '0'),
			name: this.name,
			active: false,
			nodes: [trigger, end],
			connections: { [TRIGGER]: { main: [targets] } },
		};
	}

	get name(): string {
		const { service, parameters } = this.scene;
		return `${service} ${String(parameters.events)}`;
	}

	/** Waits for a whole poll: until the next but one has begun. */
	async polled(): Promise<void> {
		// What changed in COR is asked for before the list.
		const isPoll = ({ path, query }: LoggedRequest) =>
			this.scene.service === 'cor'
				? path === '/laatsteWijziging'
				: this.scene.pageOf(path, query) === 1;
		const count = () => this.requests().filter(isPoll).length;
		const before = count();
		await until(`two polls of ${this.name}`, () => count() >= before + 2, wait);
	}

	/** Reads all runs of the workflow, once they have ended. */
	async emitted(session: Session): Promise<Emitted> {
		const list = async () => await listExecutions(session, this.workflow.id);
		await until(`the runs of ${this.name}`, async () => (await list()).every(hasEnded), wait);
		const emitted: Emitted = { ids: [], empty: 0, failed: 0 };
		for (const { id, status } of await list()) {
			const { content } = await readExecution(session, id);
			const [items = []] = outputsOf(content.resultData.runData[TRIGGER]);
			if (status !== 'success') emitted.failed++;
			else if (items.length === 0) emitted.empty++;
			emitted.ids.push(...items.map(({ json }) => this.scene.keyOf(json)));
		}
		return emitted;
	}
}
