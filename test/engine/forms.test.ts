import {
	type ILoadOptionsFunctions,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	NodeHelpers,
} from 'n8n-workflow';

import { nodeTypes } from '../../tools/engine/types';

/** The operations of a resource, as n8n suggests them. */
const operationsOf = ({ description: { properties } }: INodeType, resource: string) =>
	properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	)!.options as Array<{ name: string; action: string }>;

test.each([
	['corlega', 'contact'],
	['inboxify', 'contact'],
	['cor', 'organisation'],
] as const)('what %s suggests first does not delete', (node, resource) => {
	const [first] = operationsOf(nodeTypes[node], resource);

	expect(nodeTypes[node].description.properties[0].default).toBe(resource);
	expect(first.action).toMatch(/^(Create|Get) an? /);
});

test('the bulk operations of Inboxify are named as n8n names such', () => {
	const names = operationsOf(nodeTypes.inboxify, 'contact').map(({ name }) => name);

	expect(names).toEqual([...names].sort());
	expect(names.filter((name) => name.endsWith('Many'))).toEqual([
		'Delete Many',
		'Get Many',
		'Insert Many',
		'Unsubscribe Many',
	]);
});

/** The choices that the editor loads for the fields of a name, in each operation that has it. */
async function choicesOf(nodeType: INodeType, field: string) {
	const collections = nodeType.description.properties.flatMap(({ options = [] }) => options);
	const methods = collections
		.filter((one) => one.name === field && 'type' in one)
		.map((one) => (one as INodeProperties).typeOptions?.loadOptionsMethod);
	const load = nodeType.methods!.loadOptions![methods[0]!];

	expect(new Set(methods).size).toBe(1);
	return (await load.call({} as ILoadOptionsFunctions)) as Array<{ name: string; value: string }>;
}

/** A builder reads it whole, and AI models have a limit. */
test.each(['corlega', 'inboxify', 'cor'] as const)(
	'the description of %s has at most 40,000 characters',
	(node) => {
		expect(JSON.stringify(nodeTypes[node].description).length).toBeLessThanOrEqual(40_000);
	},
);

// The editor takes the first field of a name, whatever shows it.
test.each(['corlega', 'inboxify', 'cor'] as const)(
	'no collection of %s has a name twice',
	(node) => {
		for (const { type, options = [] } of nodeTypes[node].description.properties) {
			if (type !== 'collection') continue;
			const names = options.map(({ name }) => name);

			expect(names).toEqual([...new Set(names)]);
		}
	},
);

describe('codes with the names of what they stand for', () => {
	const duplicates = (texts: string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

	test('the countries are those of ISO 3166-1', async () => {
		const choices = await choicesOf(nodeTypes.inboxify, 'countryCode');

		expect(choices.slice(0, 3)).toEqual([
			{ name: 'Netherlands (NLD)', value: 'NLD' },
			{ name: 'Belgium (BEL)', value: 'BEL' },
			{ name: 'Afghanistan (AFG)', value: 'AFG' },
		]);
		// ISO 3166-1 has 249 countries.
		expect(choices).toHaveLength(249);
		for (const { name, value } of choices) expect(name).toMatch(new RegExp(`^.+ \\(${value}\\)$`));
		expect(choices.every(({ value }) => /^[A-Z]{3}$/.test(value))).toBe(true);
		expect(duplicates(choices.map(({ value }) => value))).toEqual([]);
		expect(duplicates(choices.map(({ name }) => name))).toEqual([]);
	});

	test('the currencies are those that JavaScript knows too', async () => {
		const choices = await choicesOf(nodeTypes.corlega, 'defaultCurrency');
		const known = Intl.supportedValuesOf('currency');

		expect(choices[0]).toEqual({ name: 'Euro (EUR)', value: 'EUR' });
		expect(duplicates(choices.map(({ value }) => value))).toEqual([]);
		expect(duplicates(choices.map(({ name }) => name))).toEqual([]);
		expect(choices.length).toBeGreaterThan(150);
		const unknown = choices.filter(({ value }) => !known.includes(value)).map(({ value }) => value);
		// Younger than some versions of Node.js.
		expect(unknown.filter((value) => !['XCG', 'ZWG', 'SLE', 'VED'].includes(value))).toEqual([]);
	});
});

/** What a node holds of a parameter when nothing is left out. */
const withDefaults = ({ description }: INodeType, parameters: INodeParameters): INodeParameters =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		null,
		description,
	) as INodeParameters;

/** Whether a field takes one of some values, or holds other fields. */
const hasOptions = ({ options = [] }: INodeProperties): boolean => options.length > 0;

/**
 * What the editor leaves of the parameters when another operation is chosen: it first takes away each
 * field that is shown by the operation and has options of which the value is none. Of a collection
 * the editor compares the names of all parameters, so it is always taken away.
 */
function choose(nodeType: INodeType, parameters: INodeParameters, operation: string) {
	const { description } = nodeType;
	const next: INodeParameters = { ...withDefaults(nodeType, parameters), operation };
	for (const field of description.properties) {
		const { name, type, options, displayOptions } = field;
		if (!(name in next) || !displayOptions?.show?.operation || !hasOptions(field)) continue;
		const isCollection = ['collection', 'fixedCollection'].includes(type);
		const isValid =
			!isCollection && options!.some((one) => 'value' in one && one.value === next[name]);
		if (!isValid && NodeHelpers.displayParameter(next, field, null, description)) delete next[name];
	}
	return withDefaults(nodeType, next);
}

describe('from one operation to another', () => {
	test('Create or Update of Corlega has the fields of Create', () => {
		const additionalFields = {
			email: 'info@devries-bouw.nl',
			customFields: { field: [{ name: 'oin', value: '1' }] },
		};
		const create = { resource: 'contact', operation: 'create', name: 'De Vries', additionalFields };

		expect(choose(nodeTypes.corlega, create, 'upsert')).toMatchObject({
			operation: 'upsert',
			name: 'De Vries',
			additionalFields,
		});
	});

	test('Create or Update of Inboxify has the fields of Create', () => {
		const fields = {
			list: { __rl: true, mode: 'name', value: 'Webshopklanten' },
			email: 'jan@inboxify.nl',
			additionalFields: { firstName: 'Jan', tags: 'Merk A' },
			options: { timeout: 10 },
		};
		const create = { resource: 'contact', operation: 'create', ...fields };

		expect(choose(nodeTypes.inboxify, create, 'upsert')).toMatchObject(fields);
		expect(choose(nodeTypes.inboxify, create, 'bulkInsert')).toMatchObject(fields);
	});

	test('Update of an invoice has the body of Create', () => {
		const bodyParameters = { parameters: [{ name: 'reference', type: 'text', value: 'PO-1' }] };
		const create = { resource: 'invoice', operation: 'create', bodyParameters };

		expect(choose(nodeTypes.corlega, create, 'update')).toMatchObject({ bodyParameters });
	});

	test('an option that the other operation does not have is left behind', () => {
		const bulk = {
			resource: 'contact',
			operation: 'bulkInsert',
			options: { overwrite: true, timeout: 10 },
		};

		expect(choose(nodeTypes.inboxify, bulk, 'create').options).toEqual({ timeout: 10 });
	});
});
