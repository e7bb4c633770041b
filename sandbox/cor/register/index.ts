import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { plain, type Organisation } from '../state/organisation';
import { ended } from './ended';

/** Fields of a row: bare, or in quotes, in which a quote is written twice. */
const FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;

const fieldsOf = (row: string): string[] =>
	[...row.matchAll(FIELD)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare);

const endedOn = new Map(
	Object.entries(ended).flatMap(([date, names]) =>
		names.split(/\s*,\s*/).map((name) => [name, date] as const),
	),
);

/**
 * Real organisations of the government, from the public dataset "polder" (CC0, May 2026), without
 * dates of issue and of change. It has no organisation codes, and names no type but GM, PV and WS.
 */
export function realOrganisations(): Organisation[] {
	const file = readFileSync(join(__dirname, 'organisations.csv'), 'utf8');
	const [, ...rows] = file.trim().split(/\r?\n/);
	return rows.map((row) => {
		const [oin, naam, afkorting, kvkNummer, , organisatieType] = fieldsOf(row);
		const intrekDatum = organisatieType && endedOn.get(naam.replace(/^Gemeente /, ''));
		return {
			...plain(oin, naam),
			...(afkorting && { afkorting }),
			kvkNummer: kvkNummer || null,
			organisatieType: organisatieType || null,
			...(intrekDatum && { status: 'Ingetrokken', intrekDatum }),
		};
	});
}
