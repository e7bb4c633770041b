import type { IDataObject } from 'n8n-workflow';

import { dutchDay } from '../../../nodes/shared/input/date';
import type { Organisation } from '../../../sandbox/cor/state/organisation';
import { sharedWorld } from '../../../tools/engine/world';
import { useRealRegister } from './realRegister';

const world = sharedWorld();

beforeEach(() => useRealRegister(world));

const PAGES = 27;

const named = (name: string): Organisation =>
	world.sandbox.cor.organisations.find(({ naam }) => naam === name)!;

/** The register as it is, as Get Many returns it. */
async function copy(): Promise<IDataObject[]> {
	const { json } = await world.run('cor', 'organisation.getAll', { returnAll: true });
	world.sandbox.cor.requests.length = 0;
	return json;
}

async function compare(items: IDataObject[], settings = {}) {
	const result = await world.run('cor', 'organisation.compare', {}, { items, settings });
	expect(result.error).toBeUndefined();
	return result;
}

test('the municipal mergers of a year come out as such, from one reading of the register', async () => {
	const earlier = await copy();
	const { organisations } = world.sandbox.cor;
	const withdrawn = { status: 'Ingetrokken', intrekDatum: '2025-12-31T23:00:00Z' } as const;
	Object.assign(named('Gemeente Ede'), withdrawn);
	Object.assign(named('Gemeente Epe'), { naam: 'Gemeente Epe en Heerde' });
	const added = {
		...named('Gemeente Ede'),
		oin: '00000003999999990000',
		naam: 'Gemeente Ee',
		status: 'Actief' as const,
	};
	organisations.push(added);
	organisations.splice(organisations.indexOf(named('Gemeente Goes')), 1);

	const { json, outputs } = await compare(earlier);
	const byChange = new Map(json.map((one) => [one.change, one]));

	expect(json).toHaveLength(4);
	expect(byChange.get('withdrawn')).toMatchObject({
		oin: named('Gemeente Ede').oin,
		organisation: { naam: 'Gemeente Ede', status: 'Ingetrokken' },
		fields: {
			status: { from: 'Actief', to: 'Ingetrokken' },
			intrekDatum: { from: null, to: '2025-12-31T23:00:00Z' },
		},
	});
	expect(byChange.get('changed')).toMatchObject({
		fields: { naam: { from: 'Gemeente Epe', to: 'Gemeente Epe en Heerde' } },
	});
	expect(byChange.get('added')).toMatchObject({
		oin: added.oin,
		fields: {},
		organisation: { naam: 'Gemeente Ee' },
	});
	expect(byChange.get('removed')).toMatchObject({ fields: {}, organisation: null });
	expect(world.log('cor')).toEqual(Array(PAGES).fill('GET /organisaties'));
	const indexes = outputs[0].map(({ pairedItem }) => (pairedItem as { item: number }).item);
	expect(earlier[indexes[json.indexOf(byChange.get('withdrawn')!)]].naam).toBe('Gemeente Ede');
});

test('an organisation that is active again is reinstated', async () => {
	Object.assign(named('Gemeente Ede'), {
		status: 'Ingetrokken',
		intrekDatum: '2025-12-31T23:00:00Z',
	});
	const earlier = await copy();
	Object.assign(named('Gemeente Ede'), { status: 'Actief', intrekDatum: null });

	expect((await compare(earlier)).json).toMatchObject([{ change: 'reinstated' }]);
});

test('what a spreadsheet or a database makes of a copy is no difference', async () => {
	const main = named('Gemeente Ede');
	main.subOINs = ['00000004000000000001', '00000004000000000002'];
	const earlier = (await copy()).map((row) => ({
		...row,
		kvkNummer: row.kvkNummer === null ? '' : Number(row.kvkNummer),
		intrekDatum: row.intrekDatum ?? 'null',
		hoofdOin: undefined,
		laatstAangepastDatum: new Date(String(row.laatstAangepastDatum)).toISOString(),
		subOins: [
			(row.subOins as string[]).reverse(),
			JSON.stringify(row.subOins),
			(row.subOins as string[]).join(', '),
		][Number(String(row.oin).slice(16, 17)) % 3],
	}));
	const capitals = earlier.map((row) =>
		Object.fromEntries(Object.entries(row).map(([key, value]) => [key.toUpperCase(), value])),
	);

	expect((await compare(earlier)).json).toEqual([]);
	expect((await compare(capitals as IDataObject[])).json).toEqual([]);
});

test('a date whose Dutch day only is in the copy, and another way to write an OIN, are no difference', async () => {
	const all = await copy();
	const day = (date: unknown) => (date === null ? 'NULL' : dutchDay(Date.parse(String(date))));
	const dutch = (date: unknown) =>
		date === null ? null : day(date).split('-').reverse().join('-');
	for (const write of [day, dutch, (date: unknown) => date && `${day(date)} 00:00:00`]) {
		const earlier = all.map((row) => ({
			...row,
			oin: `OIN ${String(row.oin)}`,
			afgifteDatum: write(row.afgifteDatum),
			laatstAangepastDatum: write(row.laatstAangepastDatum),
			intrekDatum: write(row.intrekDatum),
		}));
		expect((await compare(earlier as IDataObject[])).json).toEqual([]);
	}
	const ede = named('Gemeente Ede');
	ede.laatstAangepastDatum = '2026-01-31T23:00:00Z';
	expect(
		(await compare(all.map((row) => ({ ...row, laatstAangepastDatum: '2014-12-30' })))).json,
	).toMatchObject([
		{ fields: { laatstAangepastDatum: { from: '2014-12-30', to: ede.laatstAangepastDatum } } },
	]);
});

test('another time of the same day is a difference where the copy has a time, also without its zone', async () => {
	const [first, ...others] = await copy();
	const at = new Date(Date.parse(String(first.afgifteDatum)) + 9_000_000).toISOString();
	for (const afgifteDatum of [at, at.slice(0, 19), at.slice(0, 19).replace('T', ' ')]) {
		expect((await compare([{ ...first, afgifteDatum }, ...others])).json).toMatchObject([
			{ fields: { afgifteDatum: { from: afgifteDatum } } },
		]);
	}
});

test('a number with decimals, odd spaces and another Unicode form are no difference', async () => {
	const earlier = (await copy()).map((row) => ({
		...row,
		kvkNummer: row.kvkNummer === null ? null : `${Number(row.kvkNummer)}.0`,
		naam: `\u200b${String(row.naam).normalize('NFD').replace(/ /g, '\u00a0')} `,
		oin: String(row.oin).toLowerCase(),
	}));
	const letters = world.sandbox.cor.organisations[0];
	letters.oin = '00000007abcdef000000';

	const { json } = await compare(earlier.filter(({ oin }) => oin !== letters.oin).slice(1));
	expect(json).toMatchObject([{ change: 'added', oin: letters.oin }]);
	expect((await compare([...earlier.slice(1), { ...earlier[0], oin: letters.oin }])).json).toEqual(
		[],
	);
});

test('columns that the copy does not have are not compared', async () => {
	const earlier = (await copy()).map(({ oin, naam }) => ({ oin, naam }));
	Object.assign(named('Gemeente Ede'), { kvkNummer: '12345678' });
	Object.assign(named('Gemeente Epe'), { naam: 'Anders' });

	expect((await compare(earlier)).json).toMatchObject([
		{ change: 'changed', fields: { naam: { from: 'Gemeente Epe', to: 'Anders' } } },
	]);
});

test('of an organisation that is twice in the copy the last row counts, and it comes out once', async () => {
	const earlier = await copy();
	const row = earlier.find(({ naam }) => naam === 'Gemeente Ede')!;
	const old = { ...row, naam: 'Ede' };

	expect((await compare([old, ...earlier])).json).toEqual([]);
	expect((await compare([...earlier, old])).json).toMatchObject([{ change: 'changed' }]);
});

test('one empty item is an empty copy: every organisation is added', async () => {
	const { json } = await compare([{}]);

	expect(json).toHaveLength(world.sandbox.cor.organisations.length);
	expect(new Set(json.map(({ change }) => change))).toEqual(new Set(['added']));
});

test('a row without a good OIN is an error of its item, and the others are compared', async () => {
	const [first, ...others] = await copy();
	const items = [...others, { ...first, oin: 1.001003124e12 }];
	const { json } = await compare(items, { onError: 'continueRegularOutput' });

	expect(json.filter(({ error }) => error !== undefined)).toHaveLength(1);
	expect(json.filter(({ change }) => change !== undefined)).toMatchObject([
		{ change: 'added', oin: first.oin },
	]);
});

test('an empty register is an error: nothing is reported as removed', async () => {
	const earlier = await copy();
	world.sandbox.cor.organisations.length = 0;
	const { error } = await world.run('cor', 'organisation.compare', {}, { items: earlier });

	expect(error?.message).toContain('COR returned an empty register');
});
