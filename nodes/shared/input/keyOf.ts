import type { IDataObject } from 'n8n-workflow';

/** The key of a field, whatever the capitals of its name; undefined if there is none. */
export const keyOf = (record: IDataObject, name: string): string | undefined =>
	Object.hasOwn(record, name)
		? name
		: Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase());
