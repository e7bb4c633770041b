import type { IDataObject } from 'n8n-workflow';

import { callTool } from '../../../tools/engine/callTool';
import { byId, CONTINUE, sharedWorld } from '../../../tools/engine/world';
import { useRealRegister } from './realRegister';

const world = sharedWorld();

beforeEach(() => useRealRegister(world));

const UTRECHT = '00000001002220647000';
const UTRECHT_KVK = '30280353';
const UTRECHT_RSIN = '002220647';

const entry = (oin: string) => world.sandbox.cor.find(oin)!;

const named = (name: string) => world.sandbox.cor.organisations.find(({ naam }) => naam === name)!;

const run = async (items: IDataObject[], options: IDataObject = {}, settings = {}) => {
	const fields = ['name', 'kvkNumber', 'rsin', 'oin'];
	const parameters = Object.fromEntries(fields.map((field) => [field, `={{ $json.${field} }}`]));
	return await world.run(
		'cor',
		'organisation.match',
		{ ...parameters, options },
		{ items, settings },
	);
};

async function match(items: IDataObject[], options?: IDataObject) {
	const { error, json } = await run(items, options);
	expect(error).toBeUndefined();
	return json;
}

const utrecht = (how: string) => ({
	match: expect.objectContaining({ oin: UTRECHT, naam: 'Gemeente Utrecht' }),
	certainty: 'certain',
	how,
	alternatives: [],
	isWithdrawn: false,
});

describe('a number', () => {
	test.each<[string, IDataObject, string]>([
		['an OIN', { oin: UTRECHT }, 'oin'],
		['an OIN as Peppol writes it', { oin: `0190:${UTRECHT}` }, 'oin'],
		['an RSIN, which is in the OIN', { rsin: UTRECHT_RSIN }, 'rsin'],
		['an RSIN that a spreadsheet took for a number', { rsin: 2220647 }, 'rsin'],
	])('%s finds its organisation', async (_, item, how) => {
		expect(await match([item])).toEqual([utrecht(how)]);
		expect(world.log('cor')).toEqual([`GET /organisaties/${UTRECHT}`]);
	});

	test.each<IDataObject>([
		{ name: '', kvkNumber: null, rsin: '-' },
		// The errors of Excel and of a calculation.
		{ name: '#VERW!', kvkNumber: '#N/B', rsin: NaN },
		{ name: 'Leeg', rsin: 'niet bekend', kvkNumber: 'undefined' },
		{ kvkNumber: 0, rsin: 'onbekend' },
	])('%j beside an OIN counts as nothing', async (nothing) => {
		expect(await match([{ oin: UTRECHT, ...nothing }])).toEqual([utrecht('oin')]);
		expect(world.log('cor')).toEqual([`GET /organisaties/${UTRECHT}`]);
	});

	test('a KvK number that is in no OIN finds its organisation by a search', async () => {
		expect(await match([{ kvkNumber: UTRECHT_KVK }])).toEqual([utrecht('kvkNumber')]);
		expect(world.log('cor')).toEqual([
			`GET /organisaties/00000003${UTRECHT_KVK}0000`,
			'GET /organisaties',
		]);
	});

	test('a KvK number in an OIN takes one request', async () => {
		const oin = '00000003876543210000';
		world.sandbox.cor.organisations.push({ ...entry(UTRECHT), oin, kvkNummer: null });

		expect(await match([{ kvkNumber: '87654321' }])).toMatchObject([
			{ certainty: 'certain', how: 'kvkNumber', match: { oin } },
		]);
		expect(world.log('cor')).toHaveLength(1);
	});

	test('an OIN with another suffix is found by its RSIN', async () => {
		const oin = '00000001876543210001';
		world.sandbox.cor.organisations.push({ ...entry(UTRECHT), oin });

		expect(await match([{ rsin: '876543210' }])).toMatchObject([
			{ certainty: 'certain', how: 'rsin', match: { oin } },
		]);
	});

	test('a number that the register does not have leads to the name, which is then not certain', async () => {
		const [found] = await match([{ kvkNumber: '12345670', name: 'Gemeente Utrecht' }]);

		expect(found).toMatchObject({ certainty: 'likely', how: 'name', match: { oin: UTRECHT } });
	});

	test('a number of one organisation and the name of another are not certain, and show both', async () => {
		const items = [{ rsin: UTRECHT_RSIN, name: 'Gemeente Amsterdam' }];
		for (const [found] of [await match(items), await match([...items, ...items])]) {
			expect(found).toMatchObject({
				certainty: 'likely',
				how: 'rsin',
				match: { oin: UTRECHT },
			});
			const [other] = found.alternatives as IDataObject[];
			expect(other).toMatchObject({ naam: 'Gemeente Amsterdam', why: 'It has the same name' });
		}
	});

	test('two organisations with one KvK number are not certain, unless the name says which', async () => {
		const other = named('Gemeente Ede');
		other.kvkNummer = UTRECHT_KVK;
		for (const more of [[], [{ name: 'Ede' }]]) {
			const [unnamed, withName] = await match([
				{ kvkNumber: UTRECHT_KVK },
				{ kvkNumber: UTRECHT_KVK, name: 'gem. Ede' },
				...more,
			]);
			expect(unnamed.certainty).toBe('likely');
			expect(unnamed.alternatives).toMatchObject([{ why: 'It has this KvK number' }]);
			expect(withName).toMatchObject({ match: { naam: 'Gemeente Ede' } });
		}
	});

	test('a part with the KvK number of its main organisation does not make it unsure', async () => {
		const part = named('Gemeente Ede');
		Object.assign(part, { kvkNummer: UTRECHT_KVK, hoofdOIN: UTRECHT });

		expect(await match([{ kvkNumber: UTRECHT_KVK }])).toMatchObject([
			{ certainty: 'certain', match: { oin: UTRECHT }, alternatives: [{ oin: part.oin }] },
		]);
	});

	test('of a withdrawn organisation leads to the active one that has it too', async () => {
		const oin = '00000003302803530000';
		const old = { ...entry(UTRECHT), oin, status: 'Ingetrokken' as const };
		world.sandbox.cor.organisations.push(old);

		expect(await match([{ kvkNumber: UTRECHT_KVK }])).toMatchObject([
			{ match: { oin: UTRECHT }, isWithdrawn: false, alternatives: [{ oin }] },
		]);
	});

	test('in an OIN that the register does not have leads to the organisation with that number', async () => {
		const items = [{ oin: `00000003${UTRECHT_KVK}0000` }, { oin: `00000001${UTRECHT_RSIN}002` }];
		for (const found of [
			await match(items),
			[...(await match([items[0]])), ...(await match([items[1]]))],
		]) {
			expect(found).toMatchObject([
				{ certainty: 'likely', how: 'kvkNumber', match: { oin: UTRECHT } },
				{ certainty: 'likely', how: 'rsin', match: { oin: UTRECHT } },
			]);
		}
	});

	test('that nobody has matches nothing', async () => {
		expect(await match([{ rsin: '999999990' }])).toEqual([
			{ match: null, certainty: 'none', how: null, alternatives: [], isWithdrawn: false },
		]);
	});
});

test.each<[string, IDataObject]>([
	['an OIN that is too short', { oin: '0000000100222064700' }],
	['a KvK number of letters', { kvkNumber: 'abc' }],
	['an RSIN of ten digits', { rsin: '0022206470' }],
	['nothing at all', { name: '  ', oin: null }],
])('%s is an error of its item before any request, and the others go on', async (_, item) => {
	const alone = await run([item]);
	expect(alone.error?.message).toMatch(/OIN|KvK|RSIN/);
	expect(world.log('cor')).toEqual([]);

	const { json } = await run([item, { name: 'gem. Utrecht' }], {}, CONTINUE);
	expect(json).toMatchObject([{ error: expect.any(String) }, { match: { oin: UTRECHT } }]);
});

test('a withdrawn organisation comes after an active one of the same name, and says that it is withdrawn', async () => {
	const { organisations } = world.sandbox.cor;
	const old = { ...entry(UTRECHT), oin: '00000001999999990000', status: 'Ingetrokken' as const };
	organisations.unshift(old);
	for (const items of [[{ name: 'gem. Utrecht' }], [{ name: 'gem. Utrecht' }, { name: 'x' }]]) {
		expect((await match(items))[0]).toMatchObject({
			match: { oin: UTRECHT },
			certainty: 'certain',
			isWithdrawn: false,
			alternatives: [{ oin: old.oin, why: 'It has the same name, but it is withdrawn' }],
		});
	}
	entry(UTRECHT).status = 'Ingetrokken';
	organisations.shift();
	expect(await match([{ name: 'gem. Utrecht' }])).toMatchObject([
		{ certainty: 'certain', isWithdrawn: true, match: { oin: UTRECHT } },
	]);
});

test('Only Certain gives null for the others, with what fits best as the first alternative', async () => {
	const items = [{ name: 'Gemeente Utrecht' }, { name: 'Utrecht' }, { name: 'Gemeente Utrehct' }];
	const json = await match(items, { onlyCertain: true });

	expect(json.map(({ match: found }) => (found as IDataObject | null)?.naam)).toEqual([
		'Gemeente Utrecht',
		undefined,
		undefined,
	]);
	expect(json[2]).toMatchObject({ match: null, certainty: 'likely' });
	expect((json[2].alternatives as IDataObject[])[0].oin).toBe(UTRECHT);
	expect(json.every(({ alternatives }) => (alternatives as unknown[]).length <= 5)).toBe(true);
});

test('Add Electronic Address adds the address in Peppol to the match', async () => {
	const [found, none] = await match([{ oin: UTRECHT }, { name: 'Jansen & Zn.' }], {
		electronicAddress: true,
	});

	expect(found.match).toMatchObject({ oin: UTRECHT, peppolId: `0190:${UTRECHT}` });
	expect(none.match).toBeNull();
});

test('as a tool of the AI Agent it answers with at most three alternatives', async () => {
	const parameters = {
		resource: 'organisation',
		operation: 'match',
		name: "={{ $fromAI('name') }}",
	};
	const answer = await callTool({ ...world.setup('cor'), parameters }, { name: 'Utrecht' });
	const [{ match: found, alternatives }] = JSON.parse(String(answer)) as IDataObject[];

	expect(found).toMatchObject({ naam: 'Gemeente Utrecht' });
	expect(alternatives).toHaveLength(3);
});

test('many items share one reading of the register, whatever is known of them', async () => {
	const { organisations } = world.sandbox.cor;
	const items = organisations.flatMap<IDataObject>(({ naam, kvkNummer, oin }) => [
		{ name: naam.replace(/Gemeente\b/, 'gem.') },
		{ kvkNumber: kvkNummer ?? oin.slice(-8) },
		{ oin },
		{ name: `${naam}x` },
	]);
	const json = await match(items);

	expect(json).toHaveLength(items.length);
	expect(world.log('cor')).toHaveLength(Math.ceil(organisations.length / 30));
	const certain = json.map(({ certainty }, index) => [index % 4, certainty === 'certain']);
	expect(certain.filter(([kind, isCertain]) => kind === 2 && !isCertain)).toEqual([]);
	expect(certain.filter(([kind, isCertain]) => kind === 0 && !isCertain).length).toBeLessThan(20);
});

test('Keep Register keeps what was read for other runs, for as long as it says', async () => {
	const matchOne = async () => await match([{ name: 'gem. Utrecht' }], { keepRegister: 10 });
	await matchOne();
	const read = world.log('cor').length;
	expect(read).toBeGreaterThan(20);
	expect(await matchOne()).toMatchObject([{ match: { oin: UTRECHT } }]);
	expect(world.log('cor')).toHaveLength(read);

	const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 11 * 60_000);
	await matchOne();
	clock.mockRestore();
	expect(world.log('cor')).toHaveLength(2 * read);
});

test('items share nothing that changing one of them would change in another', async () => {
	const matchTwo = async () =>
		await match([{ oin: UTRECHT }, { oin: UTRECHT }], { keepRegister: 10 });
	const subOinsOf = ({ match: found }: IDataObject) => (found as IDataObject).subOins as string[];
	const [one, other] = await matchTwo();
	subOinsOf(one).push('changed');
	const [later] = await matchTwo();

	expect(subOinsOf(other)).not.toContain('changed');
	expect(subOinsOf(later)).not.toContain('changed');
});

test.each([
	'x'.repeat(501),
	// Each of these may stand for many letters of the abbreviation in brackets.
	`(sssssssx) ${'s s t '.repeat(60)}`,
])('a name of any length is read in no time, or refused', async (name) => {
	const { json, error } = await run([{ name }], {}, CONTINUE);

	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
});

test('letters of an OIN are the same in capitals or not', async () => {
	const oin = '00000007abcdef000000';
	world.sandbox.cor.organisations.push({ ...entry(UTRECHT), oin });

	expect(await match([{ oin }, { oin: oin.toUpperCase() }])).toMatchObject([
		{ match: { oin }, certainty: 'certain' },
		{ match: { oin }, certainty: 'certain' },
	]);
});

test('an empty register is an error, not "no match"', async () => {
	world.sandbox.cor.organisations.length = 0;
	const { error } = await run([{ name: 'x' }, { name: 'x' }]);

	expect(error?.message).toContain('COR returned an empty register');
});

test('a page of text in place of an organisation is an error, not "no match"', async () => {
	world.sandbox.cor.faults.push({
		match: { path: /organisaties/ },
		status: 404,
		rawBody: '<html>Not here</html>',
		contentType: 'text/html',
		times: 99,
	});
	const { error } = await run([{ oin: UTRECHT }]);

	expect(error?.message).toMatch(/organisation|COR/);
});

test('a fiscal number finds its organisation, as an RSIN does', async () => {
	for (const more of [[], [{ name: 'Gemeente Utrecht' }]]) {
		const [found] = await match([{ rsin: '813512979' }, ...more]);
		expect(found).toMatchObject({ match: { naam: 'Tweede Kamer der Staten-Generaal' } });
	}
});

test('Selected Fields can have the electronic address, without a warning', async () => {
	const { json, hints } = await world.run('cor', 'organisation.get', {
		oin: byId(UTRECHT),
		output: 'selectedFields',
		fields: 'oin, peppolId',
		options: { electronicAddress: true },
	});

	expect(json).toEqual([{ oin: UTRECHT, peppolId: `0190:${UTRECHT}` }]);
	expect(hints).toEqual([]);
});

test.each([
	// Persons.
	['Tilburg, van', false],
	['Beek, D. van der', false],
	['Putten, T. van', false],
	['Horst, van der', false],
	['Grave, de', false],
	// An article behind the name.
	['Kiesraad, de', true],
	['Raad van State, de', true],
])('"%s" means an organisation for certain: %s', async (name, isCertain) => {
	expect((await match([{ name }]))[0].certainty === 'certain').toBe(isCertain);
});
