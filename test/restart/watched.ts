import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest, SandboxCredential } from '../../sandbox';
import type { Workflow, WorkflowNode } from '../e2e/content/workflow';
import type { Session } from '../e2e/instance/session';
import { n8nFolder } from '../tools/paths';
import type { Scenario } from './scenarios';

/** Seconds between two polls. n8n refuses less than a minute in one rule, not in several. */
const INTERVAL = 10;

const WAIT_SECONDS = 90;

const TRIGGER = 'Trigger';

interface Execution {
	id: string;
	status: string;
	/** Written with the library `flatted`; only when it is asked for by itself. */
	data: string;
}

interface ExecutionData {
	resultData: {
		runData: Record<string, Array<{ data?: { main?: Array<Array<{ json: IDataObject }>> } }>>;
	};
}

const { parse } = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'))('flatted') as {
	parse(text: string): unknown;
};

/** What the runs of a workflow came to. */
export interface Told {
	ids: string[];
	/** Runs that began without an item. */
	empty: number;
	failed: number;
}

/** A workflow that starts with one of our triggers, and what it told. */
export class Watched {
	readonly workflow: Workflow;

	constructor(
		readonly scenario: Scenario,
		index: number,
		{ id, name, type }: SandboxCredential,
		private readonly requests: () => LoggedRequest[],
	) {
		const { service, parameters } = scenario;
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
			// The parameter under both its names: n8n leaves out the one that the trigger doesn't have.
			parameters: { ...parameters, events: [parameters.event], pollTimes: { item } },
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
		return `${this.scenario.service} ${this.scenario.parameters.event}`;
	}

	/** Publishes the workflow; the first poll comes at once or with the next tick. */
	async activate(session: Session): Promise<void> {
		const path = `/rest/workflows/${this.workflow.id}`;
		const { versionId } = await session.get<{ versionId: string }>(path);
		await session.post(`${path}/activate`, { versionId });
	}

	/** Waits until a poll that begins after now has surely ended: for the beginning of the next. */
	async polled(): Promise<void> {
		const count = () => this.requests().filter((one) => this.scenario.isPoll(one)).length;
		const before = count();
		await until(`two polls of ${this.name}`, () => count() >= before + 2);
	}

	/** Reads all runs of the workflow, once they have ended. */
	async told(session: Session): Promise<Told> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: this.workflow.id }));
		const list = async () =>
			await session.get<{ results: Execution[] }>(`/rest/executions?filter=${filter}&limit=100`);
		await until(`the runs of ${this.name}`, async () =>
			(await list()).results.every(({ status }) => !['new', 'running'].includes(status)),
		);
		const told: Told = { ids: [], empty: 0, failed: 0 };
		for (const { id, status } of (await list()).results) {
			const { data } = await session.get<Execution>(`/rest/executions/${id}`);
			const { runData } = (parse(data) as ExecutionData).resultData;
			const items = runData[TRIGGER]?.[0]?.data?.main?.[0] ?? [];
			if (status !== 'success') told.failed++;
			else if (items.length === 0) told.empty++;
			told.ids.push(...items.map(({ json }) => this.scenario.identify(json)));
		}
		return told;
	}
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
	const deadline = Date.now() + WAIT_SECONDS * 1000;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`Waited ${WAIT_SECONDS} s in vain for ${what}`);
		await sleep(250);
	}
}
