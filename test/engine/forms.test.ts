import {
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	NodeHelpers,
} from 'n8n-workflow';

import { nodeTypes } from './types';

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
