import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkNotEmpty, checkOneOf, isBlank, isObject } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';
import { checkBody } from '../record/fields';
import { pairRows, readPairs } from '../record/pairs';
import { parseJson, typedValue, typeField } from './typedValue';

/** The fields of quotes and invoices are not public, so users name them. */
export const bodyFields: INodeProperties[] = [
	{
		displayName:
			'Corlega does not publish the field names of quotes and invoices. To see the names in your account, get an existing quote or invoice with the Get operation.',
		name: 'fieldNames',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'keypair' },
			{ name: 'Using JSON', value: 'json' },
		],
		default: 'keypair',
		description: 'How to enter the fields',
	},
	{
		displayName: 'Body Fields',
		name: 'bodyParameters',
		...pairRows('parameters', 'e.g. status', typeField),
		displayOptions: { show: { specifyBody: ['keypair'] } },
		default: { parameters: [{ name: '', value: '' }] },
		description: "Fields to send, with Corlega's names for them",
	},
	{
		displayName: 'JSON',
		name: 'jsonBody',
		type: 'json',
		displayOptions: { show: { specifyBody: ['json'] } },
		default: '{}',
		placeholder: 'e.g. { "status": "draft" }',
		description: 'All fields as one JSON object',
	},
];

function readFieldsBelow(item: Item, emptyValues?: EmptyValues): IDataObject {
	const { parameters } = item.collection('bodyParameters');
	const read = readPairs(
		'Body Fields',
		'field',
		parameters,
		emptyValues ?? 'ignore',
		(label, value, { type }) => typedValue(label, value, type),
	);
	const pairs = Array.isArray(parameters) ? parameters.filter(isObject) : [];
	const hasFields = pairs.some(({ name }) => !isBlank(name));
	return checkBody('Body Fields', read, hasFields, emptyValues);
}

function readJson(value: unknown): IDataObject {
	const parsed = parseJson('The body', value);
	if (isObject(parsed)) return parsed;
	throw new InputError('The body must be one JSON object', 'Put the fields between { and }.');
}

/** Reads the body as the user specified it. @throws InputError if it is empty or unclear */
export function readBody(item: Item, emptyValues?: EmptyValues): IDataObject {
	const specified = checkOneOf('Specify Body', item.parameter('specifyBody'), ['keypair', 'json']);
	return specified === 'json'
		? checkNotEmpty('JSON', readJson(item.parameter('jsonBody')))
		: readFieldsBelow(item, emptyValues);
}
