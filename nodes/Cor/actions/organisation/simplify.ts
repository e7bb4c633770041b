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
const listOf = (value: unknown): unknown[] =>
	value === undefined || value === null || value === '' ? [] : [value].flat();

/**
 * An organisation without links: `hoofdOin` an OIN or null, `subOins` a list of OINs. Fields that
 * the register leaves out become null.
 */
export function simplify(organisation: IDataObject): IDataObject {
	const read = (name: string) => readField(organisation, name) ?? null;
	const simple: IDataObject = {};
	for (const name of [...TEXTS, ...DATES]) simple[name] = read(name);
	const [main] = listOf(read('hoofdOIN'));
	simple.hoofdOin = relatedOin(main);
	simple.subOins = listOf(read('subOINs'))
		.map(relatedOin)
		.filter((oin) => oin !== null);
	return simple;
}

export const SIMPLE_FIELDS = Object.keys(simplify({}));
