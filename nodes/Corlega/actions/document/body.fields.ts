import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkNotEmpty, checkOneOf, isBlank, isObject } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { inexactNumber } from '../../../shared/input/json';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';
import { checkBody } from '../record/emptyValues';
import { fromPairs, readPairs } from '../record/pairs';
import { tooLong, typedValue, typeField } from './typedValue';

/** The fields of a quote or invoice are not public: users name them as their account has them. */
export const bodyFields: INodeProperties[] = [
	{
		displayName:
			'Corlega publishes no field names for quotes and invoices. Give them as your account has them: a Get of one that exists shows its fields.',
		name: 'fieldNames',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Specify Body',
		name: 'specifyBody',
		type: 'options',
		options: [
			{
				name: 'Using Fields Below',
				value: 'keypair',
			},
			{
				name: 'Using JSON',
				value: 'json',
			},
		],
		default: 'keypair',
		description: 'How to give the fields that are sent to Corlega',
	},
	{
		displayName: 'Body Fields',
		name: 'bodyParameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		displayOptions: { show: { specifyBody: ['keypair'] } },
		default: { parameters: [{ name: '', value: '' }] },
		description: 'Fields by the names that Corlega gives them',
		options: [
			{
				displayName: 'Field',
				name: 'parameters',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. status',
					},
					typeField,
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
					},
				],
			},
		],
	},
	{
		displayName: 'JSON',
		name: 'jsonBody',
		type: 'json',
		displayOptions: { show: { specifyBody: ['json'] } },
		default: '{}',
		placeholder: 'e.g. { "status": "draft" }',
		description: 'The fields as one JSON object; for numbers and lists',
	},
];

/** What an update does with empty values, and whether it has an option for that. */
interface EmptyRule {
	emptyValues: EmptyValues;
	canClear: boolean;
}

function readFieldsBelow(item: Item, { emptyValues, canClear }: EmptyRule): IDataObject {
	const { parameters } = item.collection('bodyParameters');
	const pairs = readPairs('Body Fields', 'field', parameters, emptyValues).map(
		({ name, value, given }) => ({
			name,
			value: typedValue(`The value of "${name}"`, value, given.type),
		}),
	);
	const given = Array.isArray(parameters) ? parameters.filter(isObject) : [];
	const hasFields = given.some(({ name }) => !isBlank(name));
	return checkBody('Body Fields', fromPairs(pairs), { hasFields, canClear });
}

/** Undefined where it is no JSON, which JSON itself can't be. */
function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readJson(value: unknown): IDataObject {
	const parsed = typeof value === 'string' ? parseJson(value) : value;
	const inexact = typeof value === 'string' ? inexactNumber(value) : undefined;
	if (inexact !== undefined) throw tooLong('JSON', inexact);
	if (parsed === undefined) {
		throw new InputError("JSON can't be read", 'Check its quotation marks, commas and brackets.');
	}
	if (!isObject(parsed)) {
		throw new InputError('JSON must be one object', 'Put the fields between { and }.');
	}
	return parsed;
}

/** Reads the body as the user specified it. @throws InputError where it is empty or unclear */
export function readBody(item: Item, rule: EmptyRule): IDataObject {
	const specified = checkOneOf('Specify Body', item.parameter('specifyBody'), ['keypair', 'json']);
	return specified === 'json'
		? checkNotEmpty('JSON', readJson(item.parameter('jsonBody')))
		: readFieldsBelow(item, rule);
}
