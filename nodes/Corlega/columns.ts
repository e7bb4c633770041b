import type {
	FieldType,
	IDataObject,
	ILoadOptionsFunctions,
	INodePropertyOptions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { isBlank, isObject } from '../shared/input/check';
import { column, columnsOfFields } from '../shared/node/columns';
import { titleOf } from '../shared/node/description/fields';
import { defaultSettings } from '../shared/node/description/requestOptions';
import { formSession } from '../shared/node/listSearch';
import { toNodeError } from '../shared/node/nodeError';
import { allFields, otherFields } from './actions/contact/contact.fields';
import { corlega } from './corlega.service';
import { EVENTS, pathOf } from './watch';

/** A date with a time, as services write it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Undefined where no record has a value. */
function typeOf(value: unknown): FieldType | undefined {
	if (Array.isArray(value)) return 'array';
	if (typeof value === 'object') return value === null ? undefined : 'object';
	if (typeof value === 'boolean') return 'boolean';
	if (typeof value === 'number') return 'number';
	return INSTANT.test(String(value)) ? 'dateTime' : 'string';
}

const isListOfObjects = (value: unknown): value is IDataObject[] =>
	Array.isArray(value) && value.length > 0 && value.every(isObject);

/** The fields that records have, with a value of each. */
function fieldsIn(records: IDataObject[]): Map<string, unknown> {
	const fields = new Map<string, unknown>();
	for (const record of records) {
		for (const [name, value] of Object.entries(record)) {
			// A list with elements says more than one without.
			const isBetter = isBlank(fields.get(name)) && !isBlank(value);
			if (!fields.has(name) || isBetter) fields.set(name, value);
		}
	}
	return fields;
}

/**
 * Returns the columns of records: their fields, but for the ID. A list of objects, such as the lines of
 * an invoice, has a column for each field of its objects, e.g. `lines.price`.
 */
export function columnsOf(records: IDataObject[]): ResourceMapperField[] {
	return [...fieldsIn(records)].flatMap(([name, value]) => {
		if (name === 'id') return [];
		if (!isListOfObjects(value)) return [column(name, titleOf(name), typeOf(value))];
		const elements = records.map((record) => record[name]).filter(isListOfObjects);
		return [...fieldsIn(elements.flat())].map(([inner, one]) =>
			column(`${name}.${inner}`, `${titleOf(name)}: ${titleOf(inner)}`, typeOf(one)),
		);
	});
}

/** Reads the first page of a list, as Corlega doesn't publish the fields. @throws NodeApiError */
async function readFirstPage(context: ILoadOptionsFunctions, path: string): Promise<IDataObject[]> {
	const settings = { ...defaultSettings(corlega), attempts: 2 };
	const limit = corlega.paging.maximum;
	const session = formSession(context, corlega);
	return await session.list({ path: [path], limit }, settings).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
}

/** Finds the fields to choose from: of the records of the resource, or of a trigger's events. */
export const fieldOptions = {
	async getFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const resource = this.getCurrentNodeParameter('resource') as string | undefined;
		const chosen: unknown[] = [this.getCurrentNodeParameter('events')].flat();
		const ofEvents = EVENTS.filter((event) => chosen.includes(event)).map(pathOf);
		const paths = resource ? [`${resource}s`] : [...new Set(ofEvents)];
		if (paths.length === 0) throw toNodeError(this.getNode(), 'Choose a Resource or Events first');
		const lists = await Promise.all(paths.map(async (path) => await readFirstPage(this, path)));
		return [...fieldsIn(lists.flat()).keys()].map((name) => ({ name, value: name }));
	},
};

/**
 * Finds the columns of a list.
 * @param known columns of documented fields
 */
const findIn = (path: string, known: ResourceMapperField[] = []) =>
	async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const isNew = ({ id }: ResourceMapperField) =>
			id !== 'name' && !known.some((one) => one.id === id);
		const found = columnsOf(await readFirstPage(this, path));
		if (known.length > 0) return { fields: [...known, ...found.filter(isNew)] };
		if (found.length > 0) return { fields: found };
		return {
			fields: [],
			emptyFieldsNotice: `Your account has no ${path} yet, so their fields are not known. Create one in Corlega, or choose Using Fields Below.`,
		};
	};

export const resourceMapping = {
	getContactColumns: findIn('contacts', columnsOfFields(otherFields.properties)),
	getContactUpdateColumns: findIn('contacts', columnsOfFields(allFields.properties)),
	getInvoiceColumns: findIn('invoices'),
	getQuoteColumns: findIn('quotes'),
};
