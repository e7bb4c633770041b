import type { IDataObject } from 'n8n-workflow';

import { combineBodies, mappedBody } from '../../../nodes/Corlega/actions/document/mappedBody';
import { readConditions } from '../../../nodes/shared/node/conditions';
import { fc } from '../cases';

/** A value as a service or a person writes it, and what it means. */
type Meant = [written: unknown, meaning?: number | string | boolean];

const means = (meaning: Meant[1], ...written: unknown[]) =>
	written.map((one): Meant => [one, meaning]);

const VALUES = [
	...means('day 1', '2026-10-01', '1-10-2026', '2026-09-30T22:30:00Z'),
	...means('day 2', '02/10/2026', '2026-10-02T12:00:00'),
	...[...means(5, 5, '5,0', '+5.00'), ...means(-0.5, '-0,5'), ...means(12.25, 12.25, '12,25')],
	...[...means('café', 'Café', 'CAFÉ '), ...means('code', '05'), ...means('none', '31-02-2026')],
];
const NOTHING = means(undefined, null, '', ' \u200b', undefined, []);

const wanted = fc.constantFrom(...VALUES);
const found = fc.constantFrom(...VALUES, ...NOTHING);

const isDay = (value: unknown) => String(value).startsWith('day ');
const isNumber = (value: unknown) => typeof value === 'number';

/** What a condition asks of a value, and which values it can ask about. */
type Test = [holds: (a: never, b: never) => boolean, takes: (b: unknown) => boolean];
const TESTS: Record<string, Test> = {
	equals: [(a, b) => a === b, () => true],
	after: [(a, b) => isDay(a) && a > b, isDay],
	before: [(a, b) => isDay(a) && a < b, isDay],
	greater: [(a, b) => isNumber(a) && a > b, isNumber],
	less: [(a, b) => isNumber(a) && a < b, isNumber],
	empty: [(a) => a === undefined, () => true],
};

/** Of a list it must hold for one element, "empty" for all; "not" is the opposite. */
function expected(kind: string, values: Meant[], asked: Meant[1]): boolean {
	if (kind === 'notEquals' || kind === 'notEmpty') {
		return !expected(kind === 'notEmpty' ? 'empty' : 'equals', values, asked);
	}
	const results = values.map(([, meaning]) => TESTS[kind][0](meaning as never, asked as never));
	return kind === 'empty' ? results.every(Boolean) : results.some(Boolean);
}

test('conditions find what a filter by meaning finds, however values are written and nested', () => {
	const condition = fc
		.tuple(fc.constantFrom(...Object.keys(TESTS), 'notEquals', 'notEmpty'), wanted)
		.filter(([kind, [, meaning]]) => TESTS[kind]?.[1](meaning) ?? true);
	fc.assert(
		fc.property(
			fc.array(condition, { minLength: 1, maxLength: 2 }),
			fc.array(found, { minLength: 1, maxLength: 3 }),
			fc.boolean(),
			fc.boolean(),
			(conditions, values, isAll, isNested) => {
				const written = values.map(([value]) => value);
				const record = { Field: written, a: written.map((FIELD) => ({ FIELD })) } as IDataObject;
				const field = isNested ? 'A.field' : 'field';
				const rows = conditions.map(([kind, [value]]) => ({ field, condition: kind, value }));
				const read = readConditions(
					{ condition: rows } as IDataObject,
					isAll,
					() => undefined,
					'Europe/Amsterdam',
				)!;
				const results = conditions.map(([kind, [, asked]]) => expected(kind, values, asked));
				expect(read.matches(record)).toBe(isAll ? results.every(Boolean) : results.some(Boolean));
			},
		),
	);
});

test('lines are the same from lists in one item as from items that are combined', () => {
	const cell = fc.constantFrom<unknown[]>(1, '2.5', '', null, ' Uren ', 'nee', '0612');
	const columns = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 });
	const rows = columns.chain((names) =>
		fc.array(fc.record(Object.fromEntries(names.map((name) => [`lines.${name}`, cell]))), {
			minLength: 1,
			maxLength: 4,
		}),
	);
	fc.assert(
		fc.property(rows, fc.constantFrom('PO-1', 7, ''), (lines, reference) => {
			const types = new Map([['lines.a', 'string']]);
			const read = (row: IDataObject) => mappedBody({ values: { reference, ...row }, types });
			const names = Object.keys(lines[0]);
			const lists = names.map((name) => [name, lines.map((line) => line[name])]);
			const combined = combineBodies(
				lines.map((line) => read(line as IDataObject)),
				new Set(['lines']),
			);
			expect(read(Object.fromEntries(lists) as IDataObject)).toEqual(combined);
		}),
	);
});
