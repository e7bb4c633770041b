import {
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

/** The choices of a field of a collection. */
function choicesOf(nodeType: INodeType, action: string, collection: string, field: string) {
	const [resource, operation] = action.split('.');
	const found = nodeType.description.properties.find(
		({ name, displayOptions: { show } = {} }) =>
			name === collection &&
			show?.resource?.includes(resource) &&
			show['/operation']?.includes(operation),
	);
	const fields = found!.options as INodeProperties[];
	return fields.find(({ name }) => name === field)!.options as Array<{
		name: string;
		value: string;
	}>;
}

describe('codes with the names of what they stand for', () => {
	const duplicates = (texts: string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

	test.each(['create', 'bulkInsert', 'upsert', 'update'])('the countries of %s', (operation) => {
		const collection = operation === 'update' ? 'updateFields' : 'additionalFields';
		const choices = choicesOf(
			nodeTypes.inboxify,
			`contact.${operation}`,
			collection,
			'countryCode',
		);

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

	test('the currencies are those that JavaScript knows too', () => {
		const choices = choicesOf(
			nodeTypes.corlega,
			'organization.update',
			'updateFields',
			'defaultCurrency',
		);
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
