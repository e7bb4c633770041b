import type {
	FieldType,
	IDataObject,
	INodeProperties,
	INodePropertyOptions,
	ResourceMapperField,
} from 'n8n-workflow';

import { isBlank, isObject } from '../input/check';
import { InputError } from '../input/InputError';
import { searchable } from '../input/text';

/**
 * The columns of what is written: n8n's resource mapper.
 * @param method name of the node's method that finds the columns
 */
export const columnsField = (method: string): INodeProperties => ({
	displayName: 'Columns',
	name: 'columns',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	typeOptions: {
		resourceMapper: {
			resourceMapperMethod: method,
			mode: 'add',
			fieldWords: { singular: 'column', plural: 'columns' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			allowEmptyValues: true,
		},
	},
});

/**
 * A collection of fields, with the choice to map columns instead. Read with `item.fieldsOrColumns()`.
 * @param method name of the node's method that finds the columns
 */
export const fieldsOrColumns = (collection: INodeProperties, method: string): INodeProperties[] => [
	{
		displayName: 'Specify Fields',
		name: 'specifyFields',
		type: 'options',
		options: [
			{ name: 'Using Fields Below', value: 'fields' },
			{ name: 'Mapping Columns Below', value: 'columns' },
		],
		default: 'fields',
		description: 'How to enter the fields',
	},
	{ ...collection, displayOptions: { show: { specifyFields: ['fields'] } } },
	{ ...columnsField(method), displayOptions: { show: { specifyFields: ['columns'] } } },
];

/** A yes or no. Older editors save a column of type boolean as false, also where it is not shown. */
const YES_OR_NO: INodePropertyOptions[] = [
	{ name: 'No', value: 'false' },
	{ name: 'Yes', value: 'true' },
];

/** A column, as n8n's resource mapper knows it. One of type boolean becomes a choice. */
export const column = (
	id: string,
	displayName: string,
	type?: FieldType,
	options = type === 'boolean' ? YES_OR_NO : undefined,
): ResourceMapperField => ({
	id,
	displayName,
	type: type === 'boolean' ? 'options' : type,
	...(options && { options }),
	required: false,
	defaultMatch: false,
	canBeUsedToMatch: false,
	display: true,
});

const MAPPED_TYPES = ['boolean', 'dateTime', 'number', 'options'];

/** The columns of documented fields. @param loaded choices that a field loads, by its name */
export const columnsOfFields = (
	fields: INodeProperties[],
	loaded: Record<string, INodePropertyOptions[]> = {},
): ResourceMapperField[] =>
	fields.map(({ name, displayName, type, options }) => {
		const choices = loaded[name] ?? (options as INodePropertyOptions[] | undefined);
		const mapped = MAPPED_TYPES.includes(type) ? type : 'string';
		return column(name, displayName, mapped as FieldType, choices);
	});

/** What was mapped: values by column, and the types of the columns that are known. */
export interface Mapped {
	values: IDataObject;
	types: Map<string, string>;
}

/** The lists that columns are part of, e.g. `lines` for `lines.price`. */
export const listsIn = (columns: string[]): string[] =>
	columns.flatMap((column) => /^(.+?)\./.exec(column)?.[1] ?? []);

const comparable = (name: string): string => searchable(name).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The values of an input item that have a column, by its name or the one that the form shows, whatever
 * their capitals and spaces.
 */
function mapAutomatically(
	row: IDataObject,
	columns: IDataObject[],
	remark: (text: string) => void,
	elsewhere: string[],
): IDataObject {
	const known = new Set(columns.map(({ id }) => String(id)));
	const names = (key: string) =>
		columns.map((one): [string, string] => [
			comparable(String(one[key] ?? one.id)),
			String(one.id),
		]);
	const alike = new Map([...names('displayName'), ...names('id')]);
	const values: IDataObject = {};
	const ignored: string[] = [];
	for (const [name, value] of Object.entries(row)) {
		const column = known.has(name) ? name : alike.get(comparable(name));
		if (column === undefined) {
			if (!elsewhere.includes(comparable(name))) ignored.push(name);
		} else if (column === name || !(column in row || column in values)) {
			values[column] = value;
		} else {
			ignored.push(name);
		}
	}
	if (ignored.length > 0) {
		remark(`Input fields without a column of their own were left out: ${ignored.join(', ')}`);
	}
	return values;
}

/**
 * Reads the field Columns.
 * @param row the input item, for Map Automatically
 * @param remark adds a warning about the item
 * @param elsewhere names of input fields that other fields of the node are for, in lower case
 * @throws InputError
 */
export function readColumns(
	field: unknown,
	row: IDataObject,
	remark: (text: string) => void,
	elsewhere: string[] = [],
): Mapped {
	if (!isObject(field)) {
		throw new InputError('Columns is empty', 'Open the node, and map at least one column.');
	}
	const schema: unknown[] = Array.isArray(field.schema) ? field.schema : [];
	const columns = schema.filter(isObject).filter(({ id }) => !isBlank(id));
	const types = new Map(columns.map(({ id, type }) => [String(id), String(type ?? '')]));
	// An input field may hold a whole list, e.g. `lines` where the columns are `lines.price` and others.
	for (const id of listsIn([...types.keys()])) {
		if (!types.has(id)) columns.push({ id });
		types.set(id, 'array');
	}
	if (field.mappingMode !== 'autoMapInputData') {
		// Values of columns that the form does not show; Map Automatically uses those columns too.
		const removed = new Set(columns.filter((one) => one.removed === true).map(({ id }) => id));
		const values = Object.entries(isObject(field.value) ? field.value : {});
		return { values: Object.fromEntries(values.filter(([name]) => !removed.has(name))), types };
	}
	if (types.size === 0) {
		throw new InputError(
			'There are no columns yet to map the input to',
			'Open the node and refresh the columns, or choose Map Each Column Manually.',
		);
	}
	return { values: mapAutomatically(row, columns, remark, elsewhere), types };
}
