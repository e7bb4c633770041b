import type { IDataObject } from 'n8n-workflow';

import { isBlank } from './check';

/**
 * A field of a record, whatever the capitals of its name and the spaces around it, e.g. COR's
 * `kvkNummer`, which the register today writes `KVKNummer` (Logius' OIN-Stelsel, 2026). Of several
 * spellings the first with a value counts, `name` itself before the others.
 * @returns undefined where no spelling of it is there
 */
export function readField(fields: IDataObject, name: string): IDataObject[string] | undefined {
	let found = Object.hasOwn(fields, name) ? fields[name] : undefined;
	if (!isBlank(found)) return found;
	const wanted = name.toLowerCase();
	for (const given of Object.keys(fields)) {
		if (given.length < wanted.length || given.trim().toLowerCase() !== wanted) continue;
		const value = fields[given];
		if (!isBlank(value)) return value;
		found ??= value;
	}
	return found;
}
