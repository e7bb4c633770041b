import { PollContext, TriggersAndPollers } from 'n8n-core';
import { type IDataObject, type INode, type INodeType, NodeHelpers, Workflow } from 'n8n-workflow';

import { CorlegaTrigger } from '../../nodes/Corlega/CorlegaTrigger.node';
import { CorTrigger } from '../../nodes/Cor/CorTrigger.node';
import { InboxifyTrigger } from '../../nodes/Inboxify/InboxifyTrigger.node';
import { additionalDataFor, TestCredentials } from './harness';
import type { NodeName } from './world';

export const triggers: Record<NodeName, INodeType> = {
	corlega: new CorlegaTrigger(),
	inboxify: new InboxifyTrigger(),
	cor: new CorTrigger(),
};

/** A trigger of an activated workflow, polled when a test says so. */
export class PolledTrigger {
	private readonly workflow: Workflow;

	private readonly node: INode;

	constructor(
		private readonly name: NodeName,
		parameters: IDataObject,
		private readonly credentials: IDataObject,
		private readonly budget = 5 * 60_000,
	) {
		const type = triggers[name];
		const [{ name: credential }] = type.description.credentials!;
		const types = {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		};
		this.node = {
			id: '1',
			name: 'Trigger',
			type: `n8n-nodes-dutch-business.${name}Trigger`,
			typeVersion: 1,
			position: [0, 0],
			parameters: NodeHelpers.getNodeParameters(
				type.description.properties,
				parameters as INode['parameters'],
				true,
				false,
				null,
				type.description,
			)!,
			credentials: { [credential]: { id: '1', name: 'Test' } },
		};
		this.workflow = new Workflow({
			id: '1',
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes: types,
		});
	}

	/** What n8n keeps of the trigger. */
	get state(): IDataObject {
		return this.workflow.getStaticData('node', this.node);
	}

	/** Takes over what another one has kept, as n8n does when a workflow is activated again. */
	restore(state: IDataObject): void {
		Object.assign(this.state, JSON.parse(JSON.stringify(state)));
	}

	/** Polls once. @returns what is emitted */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<IDataObject[]> {
		const [{ name: credential }] = triggers[this.name].description.credentials!;
		const context = new PollContext(
			this.workflow,
			this.node,
			additionalDataFor(new TestCredentials({ [credential]: this.credentials })),
			mode,
			'activate',
			undefined,
			undefined,
			undefined,
			undefined,
			undefined,
			() => this.budget,
		);
		const pollers = new TriggersAndPollers();
		const items = await pollers.runPollFunction(this.workflow, this.node, context);
		return (items?.[0] ?? []).map(({ json }) => json);
	}
}
