import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkOneOf, isBlank, isObject } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { columnsField, listsIn } from '../../../shared/node/columns';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';
import { checkBody } from '../record/fields';
import { pairRows, readPairs } from '../record/pairs';
import type { RecordKind } from '../record/record.kind';
import { mappedBody } from './mappedBody';
import { parseJson, typedValue, typeField } from './typedValue';

/** The fields of quotes and invoices are not public, so users name them, or map columns of their records. */
export const bodyFields = ({ noun }: RecordKind): INodeProperties[] => [
	{
		displayName:
			'Corlega does not publish the field names of quotes and invoices. Mapping Columns Below finds the ones in your account.',
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
			{ name: 'Mapping Columns Below', value: 'columns' },
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
	{
		...columnsField(noun === 'quote' ? 'getQuoteColumns' : 'getInvoiceColumns'),
		displayOptions: { show: { specifyBody: ['columns'] } },
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

/** A body, and the names of lists that columns make. */
export interface Body {
	body: IDataObject;
	lists: string[];
}

function readMapped(item: Item, emptyValues?: EmptyValues): Body {
	const mapped = item.columns([]);
	const body = mappedBody(mapped, emptyValues);
	checkBody('Columns', body, Object.keys(mapped.values).length > 0, emptyValues);
	const columns = [...Object.keys(mapped.values), ...mapped.types.keys()];
	return { body, lists: listsIn(columns) };
}

/** Reads the body as the user specified it. @throws InputError if it is empty or unclear */
export function readBody(item: Item, emptyValues?: EmptyValues): Body {
	const given = item.parameter('specifyBody');
	const specified = checkOneOf('Specify Body', given, ['keypair', 'json', 'columns']);
	if (specified === 'columns') return readMapped(item, emptyValues);
	const body =
		specified === 'json'
			? checkBody('JSON', readJson(item.parameter('jsonBody')), false)
			: readFieldsBelow(item, emptyValues);
	return { body, lists: [] };
}
