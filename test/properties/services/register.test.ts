import type { IDataObject } from 'n8n-workflow';

import { differences, kindOfChange } from '../../../nodes/Cor/compare';
import { entryOf, NameIndex } from '../../../nodes/Cor/match/names';
import { realOrganisations } from '../../../sandbox/cor/register';
import { anyText, fc } from '../cases';

const organisations = realOrganisations().map((one) => ({ ...one }) as unknown as IDataObject);
const index = new NameIndex(organisations.map(entryOf));
const simplified = organisations.map((one) => entryOf(one).organisation);

/** Other ways to write the same name. */
const WAYS: Array<(name: string) => string> = [
	(name) => name.toUpperCase(),
	(name) => name.toLowerCase(),
	(name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
	(name) => name.replace(/^Gemeente (.*)$/, '$1, gemeente'),
	(name) => name.replace(/^Gemeente /, 'Gem. ').replace(/^Provincie /, 'prov. '),
	(name) => name.replace(/ en /g, ' & '),
	(name) => name.replace(/ aan den /g, ' a/d '),
	(name) => name.replace(/ /g, '  '),
	(name) => `  ${name}\t`,
	(name) => `${name}, t.a.v. afdeling Inkoop`,
	(name) => `${name} - Postbus 100, 1000 AA Ergens`,
];

test('a name that is written in other ways is of the same organisation, and never certain for another', () => {
	const ways = fc.uniqueArray(fc.integer({ min: 0, max: WAYS.length - 1 }), { maxLength: 4 });
	fc.assert(
		fc.property(fc.constantFrom(...simplified), ways, ({ oin, naam }, chosen) => {
			const written = [...chosen]
				.sort((a, b) => a - b)
				.reduce((name, way) => WAYS[way](name), String(naam));
			const { candidates, isCertain, isLikely } = index.find(written);

			expect(isLikely).toBe(true);
			const fitting = candidates.filter(({ fit }) => fit === candidates[0].fit);
			expect(fitting.map(({ entry }) => entry.organisation.oin)).toContain(oin);
			if (isCertain) expect(candidates[0].entry.organisation.oin).toBe(oin);
		}),
	);
});

test('any text gives an answer, the same one each time, and the best candidate first', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { candidates, isCertain } = index.find(text);

			expect(index.find(text)).toEqual({ ...index.find(text), isCertain });
			expect(candidates.every(({ score }) => score > 0 && score <= 1)).toBe(true);
			if (isCertain) expect(candidates[0].fit).toBe('same');
		}),
	);
});

const FIELDS = ['naam', 'kvkNummer', 'organisatieType', 'status', 'subOins'];

/** What a spreadsheet may make of a row. */
const asInSpreadsheet = (row: IDataObject): IDataObject => ({
	...row,
	kvkNummer: row.kvkNummer === null ? '' : Number(row.kvkNummer),
	subOins: (row.subOins as string[]).join(', '),
	hoofdOin: row.hoofdOin ?? '',
});

test('a comparison finds the fields that differ, and no others, also in a copy from a spreadsheet', () => {
	const changed = fc.uniqueArray(fc.constantFrom(...FIELDS), { maxLength: 3 });
	fc.assert(
		fc.property(fc.constantFrom(...simplified), changed, fc.boolean(), (now, fields, isSheet) => {
			const edits = Object.fromEntries(
				fields.map((field) => [field, field === 'subOins' ? ['00000004999999999000'] : 'Anders']),
			);
			const copy = isSheet ? asInSpreadsheet(now) : now;
			const earlier = { ...copy, ...edits };

			expect(Object.keys(differences(earlier, now)).sort()).toEqual([...fields].sort());
			const wasActive = fields.includes('status') || now.status === 'Actief';
			const isWithdrawn = now.status === 'Ingetrokken';
			expect(kindOfChange(earlier, now)).toBe(isWithdrawn && wasActive ? 'withdrawn' : 'changed');
		}),
	);
});
