import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
	Workflow,
} from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { additionalDataFor } from '../../../tools/engine/additionalData';
import { CredentialsHelper } from '../../../tools/engine/credentialsHelper';
import { credentialTypes, nodeTypes } from '../../../tools/engine/types';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const describeNode = (
	name: string,
	properties: INodeTypeDescription['properties'],
): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties,
});

/** Stands in for n8n's Filter node, whose conditions the engine itself evaluates. */
const filter: INodeType = {
	description: describeNode('filter', [
		{
			displayName: 'Conditions',
			name: 'conditions',
			type: 'filter',
			default: {},
			typeOptions: { filter: { caseSensitive: true, typeValidation: 'strict', version: 2 } },
		},
	]),
	async execute(this: IExecuteFunctions) {
		const isKept = (_: INodeExecutionData, index: number) =>
			this.getNodeParameter('conditions', index, false, { extractValue: true }) as boolean;
		const kept = this.getInputData().map((item, index) => ({ ...item, pairedItem: index }));
		return [kept.filter(isKept)];
	},
};

/** Stands in for the others, such as a note. */
const idle: INodeType = { description: describeNode('idle', []), execute: async () => [[]] };

/** Runs an example's workflow, begun at one of its nodes, which gives these items. */
async function runExample(file: string, from: string, items: IDataObject[]): Promise<void> {
	const path = join(__dirname, '../../../examples', file);
	const { nodes, connections } = JSON.parse(readFileSync(path, 'utf8')) as {
		nodes: INode[];
		connections: IConnections;
	};
	const source: INodeType = {
		description: describeNode('source', []),
		execute: async () => [items.map((json, item) => ({ json, pairedItem: { item } }))],
	};
	const types: Record<string, INodeType | undefined> = {
		source,
		'n8n-nodes-base.filter': filter,
		// What its second output gets is not looked at.
		'n8n-nodes-base.if': filter,
		'n8n-nodes-dutch-business.cor': nodeTypes.cor,
		'n8n-nodes-dutch-business.corlega': nodeTypes.corlega,
	};
	const typeOf = (type: string) => types[type] ?? idle;
	const begun = nodes.map((node) => {
		return {
			...node,
			...(node.name === from && { type: 'source', parameters: {} }),
			typeVersion: 1,
		};
	});
	const workflow = new Workflow({
		id: '1',
		nodes: begun,
		connections,
		active: false,
		nodeTypes: { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
	const credentials = new CredentialsHelper(
		{ type: credentialTypes.corApi, data: world.credentials('cor') },
		{ type: credentialTypes.corlegaApi, data: world.credentials('corlega') },
	);
	const first = { node: workflow.getNode(from)!, data: { main: [[{ json: {} }]] }, source: null };
	const engine = new WorkflowExecute(
		additionalDataFor(credentials),
		'manual',
		createRunExecutionData({ executionData: { nodeExecutionStack: [first] } }),
	);
	const { data } = await engine.processRunExecutionData(workflow);
	expect(data.resultData.error).toBeUndefined();
}

const contacts = () =>
	[...world.sandbox.corlega.contacts.values()].map((contact) => structuredClone(contact));

describe('cor-oins-into-corlega.json', () => {
	const run = async (customers: IDataObject[]) =>
		await runExample('cor-oins-into-corlega.json', 'When a contact is created', customers);
	const writes = () =>
		world.sandbox.corlega.requests.filter(({ method }) => method !== 'GET').length;

	test.each<[string, IDataObject]>([
		['without a name', {}],
		['whose name is null', { name: null }],
		['whose name is blank', { name: '  ' }],
	])('a customer %s does nothing', async (_, customer) => {
		const before = contacts();
		await run([{ ...customer, email: String(before[3].email) }]);

		expect(contacts()).toEqual(before);
		expect(world.log('cor')).toEqual([]);
		expect(writes()).toBe(0);
	});

	test('a customer without an e-mail address does nothing', async () => {
		await run([{ name: 'Gemeente Haarlem' }]);

		expect(writes()).toBe(0);
	});

	test('a name that the register has twice is saved with no contact', async () => {
		const { organisations } = world.sandbox.cor;
		for (const index of [100, 101]) {
			organisations[index].naam = 'Gemeente Dubbel';
			organisations[index].status = 'Actief';
		}
		await run([{ name: 'Gemeente Dubbel', email: 'dubbel@voorbeeld.nl' }]);

		expect(writes()).toBe(0);
	});

	test('organisations of another name than asked for are saved with no contact', async () => {
		const foreign = world.sandbox.cor.organisations.slice(40, 70).map((one) => ({ ...one }));
		world.sandbox.cor.faults.push({ status: 200, body: { organisaties: foreign }, times: 9 });
		await run([{ name: 'Gemeente Haarlem', email: 'foreign@voorbeeld.nl' }]);

		expect(writes()).toBe(0);
	});

	test('of many customers each known one gets its own OIN, however its name is written', async () => {
		const oinOf = (name: string) =>
			world.sandbox.cor.organisations.find(({ naam }) => naam === name)?.oin;
		await run([
			{ name: 'Gemeente Haarlem', email: 'haarlem@voorbeeld.nl' },
			{ email: 'nameless@voorbeeld.nl' },
			{ name: 'Gemeente Nergens', email: 'nergens@voorbeeld.nl' },
			{ name: ' gemeente test ', email: 'klein@voorbeeld.nl' },
			{ name: 'Gemeente Test', email: 'test@voorbeeld.nl' },
			{ name: 'Gemeente Haarlem', email: 'haarlem2@voorbeeld.nl' },
		]);
		const saved = contacts().filter(({ email }) => String(email).endsWith('@voorbeeld.nl'));

		expect(saved.map(({ email, oin }) => [email, oin])).toEqual([
			['haarlem@voorbeeld.nl', oinOf('Gemeente Haarlem')],
			['klein@voorbeeld.nl', oinOf('Gemeente Test')],
			['test@voorbeeld.nl', oinOf('Gemeente Test')],
			['haarlem2@voorbeeld.nl', oinOf('Gemeente Haarlem')],
		]);
	});
});

describe('cor-changes-into-corlega.json', () => {
	const run = async () =>
		await runExample('cor-changes-into-corlega.json', 'When clicking ‘Execute workflow’', [{}]);

	test('a second run of the same days makes no contact twice, and parts change none', async () => {
		const { cor } = world.sandbox;
		const head = cor.organisations.find(({ subOINs }) => subOINs.length > 0)!;
		cor.change(head.oin, { kvkNummer: '87654321' }, new Date('2026-11-02T10:00:00Z'));
		cor.change(head.subOINs[0], { kvkNummer: '87654321' }, new Date('2026-11-02T10:00:00Z'));
		await run();
		const first = contacts();
		await run();

		expect(contacts()).toEqual(first);
		expect(first.filter(({ kvkNumber }) => kvkNumber === '87654321')).toMatchObject([
			{ name: head.naam, oin: head.oin },
		]);
	});
});
