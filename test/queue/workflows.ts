import type { IDataObject } from 'n8n-workflow';
import type { SandboxCredential } from '../../sandbox';
import type { Workflow, WorkflowNode } from '../../tools/n8n/content/workflow';

/** Names of nodes. */
export const RECEIVE = 'Receive rows';
const RUN = 'This run';
const SPLIT = 'One item per row';
export const WRITE = 'Write contacts';

/** The custom field with the run that created a contact. */
export const RUN_FIELD = 'run';

/** With the start time, since n8n could run an execution again under the same number. */
const runId = '={{ $execution.id }}/{{ $now.toMillis() }}';

/** A workflow that receives rows at its webhook and writes each as a contact. */
function makeWorkflow(
	id: string,
	parameters: IDataObject,
	{ id: credentialId, name, type }: SandboxCredential,
): Workflow {
	const nodes: WorkflowNode[] = [
		{
			...base(RECEIVE, 'n8n-nodes-base.webhook', 2, 0),
			parameters: { httpMethod: 'POST', path: id, responseMode: 'onReceived' },
			webhookId: id,
		},
		{
			...base(RUN, 'n8n-nodes-base.set', 3.4, 1),
			parameters: {
				assignments: {
					assignments: [
						{ id: 'run', name: 'run', value: runId, type: 'string' },
						{ id: 'rows', name: 'rows', value: '={{ $json.body.rows }}', type: 'array' },
					],
				},
			},
		},
		{ ...base(SPLIT, 'n8n-nodes-base.splitOut', 1, 2), parameters: { fieldToSplitOut: 'rows' } },
		{
			...base(WRITE, 'n8n-nodes-dutch-business.corlega', 1, 3),
			parameters: { resource: 'contact', ...parameters },
			credentials: { [type]: { id: credentialId, name } },
			onError: 'continueRegularOutput',
		},
	];
	const connections = Object.fromEntries(
		nodes
			.slice(1)
			.map((node, index) => [
				nodes[index].name,
				{ main: [[{ node: node.name, type: 'main', index: 0 }]] },
			]),
	);
	return { id, name: id, active: false, nodes, connections };
}

const base = (name: string, type: string, typeVersion: number, index: number) => ({
	id: `queue-node-${index}`,
	name,
	type,
	typeVersion,
	position: [index * 200, 0] as [number, number],
});

export const createWorkflow = (credential: SandboxCredential): Workflow =>
	makeWorkflow(
		'queueCreate00001',
		{
			operation: 'create',
			name: '={{ $json.name }}',
			additionalFields: {
				kvkNumber: '={{ $json.kvkNumber }}',
				customFields: {
					field: [{ name: RUN_FIELD, value: `={{ $('${RUN}').first().json.run }}` }],
				},
			},
			// So that rows stay unsure, and the ledger can compare them.
			options: { lookUp: false },
		},
		credential,
	);

/** As the README advises after a worker was killed: creates only missing contacts. */
export const repeatWorkflow = (credential: SandboxCredential): Workflow =>
	makeWorkflow(
		'queueRepeat00001',
		{
			operation: 'upsert',
			matchOn: 'kvkNumber',
			matchValue: '={{ $json.kvkNumber }}',
			name: '={{ $json.name }}',
		},
		credential,
	);
