import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../shared/input/check';

/**
 * A field of an answer, whatever the capitals of its name: the register's document writes
 * `kvkNummer`, the register today `KVKNummer` (Logius' OIN-Stelsel, 2026). Of several spellings the
 * first with a value counts, that of the document before the others.
 * @param name as in the document
 * @returns undefined where no spelling of it is there
 */
export function readField(fields: IDataObject, name: string): IDataObject[string] | undefined {
	let found = fields[name];
	if (!isBlank(found)) return found;
	const wanted = name.toLowerCase();
	for (const [spelling, value] of Object.entries(fields)) {
		if (spelling.length !== wanted.length || spelling.toLowerCase() !== wanted) continue;
		if (!isBlank(value)) return value;
		found ??= value;
	}
	return found;
}
