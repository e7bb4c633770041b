import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';
import { readField } from '../../../shared/input/readField';
import { DATES } from '../../registerTime';

/**
 * The OIN of a related organisation: its own field, or with `expand=false` the last segment of the
 * path of its link.
 */
function relatedOin(relation: unknown): string | null {
	if (typeof relation === 'string') return relation;
	if (!isObject(relation)) return null;
	const oin = readField(relation, 'oin');
	if (oin) return String(oin);
	const links = readField(relation, '_links');
	const self = isObject(links) ? readField(links, 'self') : undefined;
	const href = isObject(self) ? String(readField(self, 'href') ?? '') : '';
	return /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(href)?.[1] ?? null;
}

const TEXTS = ['oin', 'naam', 'status', 'kvkNummer', 'organisatieCode', 'organisatieType'];

/** What a field holds as a list: HAL may give a single relation bare. */
function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return value === undefined || value === null || value === '' ? [] : [value];
}

/**
 * An organisation without links: `hoofdOin` an OIN or null, `subOins` a list of OINs. Fields that
 * the register leaves out become null.
 */
export function simplify(organisation: IDataObject): IDataObject {
	const read = (name: string) => readField(organisation, name) ?? null;
	const subs = listOf(read('subOINs'));
	const [main] = listOf(read('hoofdOIN'));
	return {
		...Object.fromEntries([...TEXTS, ...DATES].map((name) => [name, read(name)])),
		hoofdOin: relatedOin(main),
		subOins: subs.map(relatedOin).filter((oin) => oin !== null),
	};
}

/** The fields of a simplified organisation. */
export const SIMPLE_FIELDS = Object.keys(simplify({}));
