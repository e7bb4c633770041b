import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	type IDataObject,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodeType,
	NodeHelpers,
} from 'n8n-workflow';
import { hasNodes } from '../../../tools/demo/canRunIn';
import { occasions } from '../../../tools/demo/occasions';
import { loadPackage, sources } from '../../../tools/engine/packageTypes';
import { examplesFolder, packageFolder } from '../../../tools/lib/paths';
import { oldest } from '../../../tools/n8n/versions';

interface Example {
	id: string;
	name: string;
	nodes: Array<INode & { parameters: IDataObject }>;
	connections: Record<string, Record<string, Array<Array<{ node: string }> | null>>>;
}

const { nodes: actions, triggers } = loadPackage(sources);
const types: Record<string, INodeType> = { ...actions, ...triggers };

const OURS = 'n8n-nodes-dutch-business.';
const NOTE = 'n8n-nodes-base.stickyNote';
const MANUAL = 'n8n-nodes-base.manualTrigger';

/** Started by hand, to look at the output. */
const BY_HAND = ['cor-municipalities-to-excel.json', 'http-request-with-our-credentials.json'];

/** Fields, values and tags in notes; the other names are nodes. */
const WORDS = [
	'Authentication',
	'Bevestigingsmail voor aanmeldingen',
	'Klant',
	'Newsletter opt-outs',
	'Organisation Type',
	'Predefined Credential Type',
	'Response Format',
	'newsletter',
];

const files = readdirSync(examplesFolder).sort();

const read = (file: string): Example =>
	JSON.parse(readFileSync(join(examplesFolder, file), 'utf8')) as Example;

const examples = files.map((file): [string, Example] => [file, read(file)]);
const isTrigger = ({ type }: INode): boolean => /Trigger$|\.webhook$/.test(type);

/** The names that a collection's fields can have. */
const fieldsOf = ({ type, options = [] }: INodeProperties): string[] =>
	type === 'collection' || type === 'fixedCollection'
		? options.map((option) => (option as INodeProperties | INodePropertyCollection).name)
		: [];

function boxOf({ name, type, parameters, position: [left, top] }: Example['nodes'][number]) {
	if (type === NOTE) {
		const { width, height } = parameters as { width: number; height: number };
		return { name, left, top, right: left + width, bottom: top + height };
	}
	const width = type.endsWith('.agent') ? 256 : 96;
	return { name, left, top, right: left + width, bottom: top + 96 };
}

function overlaps({ nodes }: Example): string[] {
	const boxes = nodes.map(boxOf);
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} and ${other.name}`),
	);
}

test('the README and the Dutch one name each example, and no other', () => {
	for (const path of ['README.md', 'docs/nl/README.md']) {
		const text = readFileSync(join(packageFolder, path), 'utf8');
		const named = [...text.matchAll(/^\| `([\w-]+\.json)` \|/gm)].map(([, file]) => file);
		expect(named.sort()).toEqual(files);
	}
});

test('both READMEs mark the examples that n8n 1.123 lacks nodes for', () => {
	const wanted = examples.filter(([, { nodes }]) => !hasNodes(oldest, nodes));
	expect(wanted).not.toEqual([]);
	for (const path of ['README.md', 'docs/nl/README.md']) {
		const text = readFileSync(join(packageFolder, path), 'utf8');
		const marked = [...text.matchAll(/^\| `([\w-]+\.json)` \|.*\\\* \|$/gm)];
		expect(marked.map(([, file]) => file).sort()).toEqual(wanted.map(([file]) => file));
	}
});

test('no two examples have the same id, name, form or webhook', () => {
	const own = examples.map(([, { id, name, nodes }]) => ({
		id,
		name,
		paths: nodes.flatMap(({ webhookId, parameters: { path, options } }) => [
			...(webhookId ? [webhookId] : []),
			...[path ?? (options as IDataObject | undefined)?.path].filter(Boolean),
		]),
	}));
	for (const values of [
		own.map(({ id }) => id),
		own.map(({ name }) => name),
		own.flatMap(({ paths }) => paths),
	]) {
		expect(new Set(values).size).toBe(values.length);
	}
});

test('what the demo lets happen is for examples that there are', () => {
	const ids = examples.map(([, { id }]) => id);
	expect(ids).toEqual(expect.arrayContaining(Object.keys(occasions)));
});

describe.each(examples)('%s', (file, example) => {
	const { id, nodes, connections } = example;

	test('is started by what starts it in life', () => {
		const starts = nodes.filter(isTrigger).map(({ type }) => type);
		expect(starts.length).toBeGreaterThan(0);
		expect(starts.every((type) => type === MANUAL)).toBe(BY_HAND.includes(file));
		const needsOccasion = nodes.some(
			({ type }) =>
				(type.startsWith(OURS) && type.endsWith('Trigger')) ||
				/\.(formTrigger|webhook|errorTrigger)$/.test(type),
		);
		expect(id in occasions).toBe(needsOccasion);
	});

	test('says in a note what to fill in, in plain words', () => {
		const notes = nodes.filter(({ type }) => type === NOTE);
		expect(notes).toHaveLength(1);
		const content = String(notes[0].parameters.content);
		expect(content).toMatch(/^## .+\n[^]+\*\*Fill in\*\*\n- /);
		expect(content).not.toMatch(/[—–]/);
		// A node that a note speaks of is there.
		const spokenOf = [...content.matchAll(/(?<!\*)\*([A-Z][^*"\n]+)\*(?!\*)/g)].map(([, it]) => it);
		const known = [
			...nodes.map(({ name }) => name),
			...examples.map(([, { name }]) => name),
			...nodes.flatMap(({ credentials = {} }) =>
				Object.values(credentials).map(({ name }) => name),
			),
			...WORDS,
		];
		expect(spokenOf.filter((name) => !known.includes(name))).toEqual([]);
	});

	test('has no two nodes one over another, nor of one name', () => {
		expect(overlaps(example)).toEqual([]);
		expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
		expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
	});

	test('connects nodes that are there, and leaves none alone', () => {
		const targets = Object.values(connections).flatMap((kinds) =>
			Object.values(kinds).flatMap((outputs) =>
				outputs.flatMap((output) => (output ?? []).map(({ node }) => node)),
			),
		);
		const connected = new Set([...Object.keys(connections), ...targets]);
		const working = nodes.filter(({ type }) => type !== NOTE).map(({ name }) => name);
		expect([...connected].sort()).toEqual(working.sort());
	});

	test('sets only what the nodes have, and all that they want', () => {
		for (const node of nodes.filter(({ type }) => type.startsWith(OURS))) {
			const isTool = node.type.endsWith('Tool');
			const { description } = types[node.type.slice(OURS.length).replace(/Tool$/, '')];
			const { pollTimes, descriptionType, toolDescription, ...parameters } = node.parameters;
			expect(Boolean(pollTimes)).toBe(description.polling === true);
			expect([descriptionType, toolDescription].every(Boolean)).toBe(isTool);
			const plain = { ...node, parameters } as INode;
			const known = NodeHelpers.getNodeParameters(
				description.properties,
				plain.parameters,
				true,
				false,
				plain,
				description,
			)!;
			expect(Object.keys(known)).toEqual(expect.arrayContaining(Object.keys(parameters)));
			const issues = NodeHelpers.getNodeParametersIssues(
				description.properties,
				plain,
				description,
			);
			expect(issues).toBeNull();
			for (const [name, value] of Object.entries(parameters)) {
				const fields = description.properties
					.filter((property) => property.name === name)
					.filter((property) => NodeHelpers.displayParameter(known, property, plain, description))
					.flatMap(fieldsOf);
				const given = fields.length > 0 ? Object.keys(value as IDataObject) : [];
				expect(fields).toEqual(expect.arrayContaining(given));
			}
		}
	});
});

describe('no example undoes an opt-out', () => {
	const ADDS = ['upsert', 'bulkInsert', 'create', 'sync'];
	/** These ask the person: by a link, or in the chat. */
	const ASKED = ['inboxify-newsletter-sign-up.json', 'ai-agent-with-all-three.json'];

	const isAdding = ({ type, parameters }: Example['nodes'][number]) =>
		type === `${OURS}inboxify` &&
		parameters.resource === 'contact' &&
		ADDS.includes(String(parameters.operation));

	const isGuard = ({ type, parameters }: Example['nodes'][number]) =>
		type === 'n8n-nodes-base.dataTable' && parameters.operation === 'rowNotExists';

	/** Whether every path to a node goes through one that removes opt-outs. */
	function isGuarded({ nodes, connections }: Example, name: string): boolean {
		const before = nodes.filter((node) =>
			Object.values(connections[node.name] ?? {})
				.flat(2)
				.some((connection) => connection?.node === name),
		);
		return (
			before.length > 0 &&
			before.every(
				(node) => isGuard(node) || isGuarded({ nodes, connections } as Example, node.name),
			)
		);
	}

	const adding = examples.filter(
		([file, { nodes }]) => !ASKED.includes(file) && nodes.some(isAdding),
	);

	test('there are such examples', () => expect(adding.length).toBeGreaterThan(1));

	test.each(adding)('%s', (_, example) => {
		for (const { name } of example.nodes.filter(isAdding)) {
			const { options = {} } = example.nodes.find((node) => node.name === name)!.parameters;
			expect([name, (options as IDataObject).neverAdd]).toEqual([name, 'allLists']);
			const isSync = name === 'Sync the list';
			expect([name, isSync || isGuarded(example, name)]).toEqual([name, true]);
		}
	});

	test('the clean-up keeps the opt-outs before it deletes', () => {
		const { connections } = read('inboxify-remove-unsubscribed.json');
		expect(connections['Keep the opt-outs'].main[0]?.map(({ node }) => node)).toEqual([
			'Delete in bulk',
		]);
	});
});
