import type { IDataObject } from 'n8n-workflow';

import { callTool } from '../../../tools/engine/callTool';
import { sharedWorld } from '../../../tools/engine/world';
import { useRealRegister } from './realRegister';

const world = sharedWorld();

beforeEach(() => useRealRegister(world));

const UTRECHT = '00000001002220647000';
const UTRECHT_KVK = '30280353';
const UTRECHT_RSIN = '002220647';

const entry = (oin: string) => world.sandbox.cor.find(oin)!;

async function match(items: IDataObject[], options: IDataObject = {}) {
	const fields = ['name', 'kvkNumber', 'rsin', 'oin'];
	const parameters = Object.fromEntries(fields.map((field) => [field, `={{ $json.${field} }}`]));
	const result = await world.run(
		'cor',
		'organisation.match',
		{ ...parameters, options },
		{ items },
	);
	expect(result.error).toBeUndefined();
	return result.json;
}

const utrecht = (how: string) => ({
	match: expect.objectContaining({ oin: UTRECHT, naam: 'Gemeente Utrecht' }),
	certainty: 'certain',
	how,
	alternatives: [],
	isWithdrawn: false,
});

describe('a number', () => {
	test.each<[string, IDataObject, string, string[]]>([
		['an OIN', { oin: UTRECHT }, 'oin', [`GET /organisaties/${UTRECHT}`]],
		[
			'an OIN as Peppol writes it',
			{ oin: `0190:${UTRECHT}` },
			'oin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'an RSIN, which is in the OIN',
			{ rsin: UTRECHT_RSIN },
			'rsin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'an RSIN that a spreadsheet took for a number',
			{ rsin: 2220647 },
			'rsin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'a KvK number that is in no OIN',
			{ kvkNumber: UTRECHT_KVK },
			'kvkNumber',
			[`GET /organisaties/00000003${UTRECHT_KVK}0000`, 'GET /organisaties'],
		],
		[
			'an OIN with empty fields beside it',
			{ oin: UTRECHT, name: '', kvkNumber: null, rsin: '-' },
			'oin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'the errors of Excel and of a calculation as nothing',
			{ oin: UTRECHT, name: '#VERW!', kvkNumber: '#N/B', rsin: NaN },
			'oin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'"leeg" and "niet bekend" as nothing',
			{ oin: UTRECHT, name: 'Leeg', rsin: 'niet bekend', kvkNumber: 'undefined' },
			'oin',
			[`GET /organisaties/${UTRECHT}`],
		],
		[
			'zero and "onbekend" as nothing',
			{ oin: UTRECHT, kvkNumber: 0, rsin: 'onbekend' },
			'oin',
			[`GET /organisaties/${UTRECHT}`],
		],
	])('%s finds its organisation', async (_, item, how, requests) => {
		expect(await match([item])).toEqual([utrecht(how)]);
		expect(world.log('cor')).toEqual(requests);
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
			expect((found.alternatives as IDataObject[])[0]).toMatchObject({
				naam: 'Gemeente Amsterdam',
				why: 'It has the same name',
			});
		}
	});

	test('two organisations with one KvK number are not certain, unless the name says which', async () => {
		const other = world.sandbox.cor.organisations.find(({ naam }) => naam === 'Gemeente Ede')!;
		other.kvkNummer = UTRECHT_KVK;
		for (const more of [[], [{ name: 'Ede' }]]) {
			const [unnamed, named] = await match([
				{ kvkNumber: UTRECHT_KVK },
				{ kvkNumber: UTRECHT_KVK, name: 'gem. Ede' },
				...more,
			]);
			expect(unnamed.certainty).toBe('likely');
			expect(unnamed.alternatives).toMatchObject([{ why: 'It has this KvK number' }]);
			expect(named).toMatchObject({ match: { naam: 'Gemeente Ede' } });
		}
	});

	test('a part with the KvK number of its main organisation does not make it unsure', async () => {
		const part = world.sandbox.cor.organisations.find(({ naam }) => naam === 'Gemeente Ede')!;
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
	const parameters = {
		name: '={{ $json.name }}',
		kvkNumber: '={{ $json.kvkNumber }}',
		rsin: '={{ $json.rsin }}',
		oin: '={{ $json.oin }}',
	};
	const alone = await world.run('cor', 'organisation.match', parameters, { items: [item] });
	expect(alone.error?.message).toMatch(/OIN|KvK|RSIN/);
	expect(world.log('cor')).toEqual([]);

	const { json } = await world.run('cor', 'organisation.match', parameters, {
		items: [item, { name: 'gem. Utrecht' }],
		settings: { onError: 'continueRegularOutput' },
	});
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
	const run = async () => await match([{ name: 'gem. Utrecht' }], { keepRegister: 10 });
	await run();
	const read = world.log('cor').length;
	expect(read).toBeGreaterThan(20);
	expect(await run()).toMatchObject([{ match: { oin: UTRECHT } }]);
	expect(world.log('cor')).toHaveLength(read);

	const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 11 * 60_000);
	await run();
	clock.mockRestore();
	expect(world.log('cor')).toHaveLength(2 * read);
});

test('items share nothing that changing one of them would change in another', async () => {
	const run = async () => await match([{ oin: UTRECHT }, { oin: UTRECHT }], { keepRegister: 10 });
	const subOinsOf = ({ match: found }: IDataObject) => (found as IDataObject).subOins as string[];
	const [one, other] = await run();
	subOinsOf(one).push('changed');
	const [later] = await run();

	expect(subOinsOf(other)).not.toContain('changed');
	expect(subOinsOf(later)).not.toContain('changed');
});

test.each([
	'x'.repeat(501),
	// Each of these may stand for many letters of the abbreviation in brackets.
	`(sssssssx) ${'s s t '.repeat(60)}`,
])('a name of any length is read in no time, or refused', async (name) => {
	const { json, error } = await world.run(
		'cor',
		'organisation.match',
		{ name },
		{
			settings: { onError: 'continueRegularOutput' },
		},
	);

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
	const { error } = await world.run(
		'cor',
		'organisation.match',
		{ name: 'x' },
		{ items: [{}, {}] },
	);

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
	const { error } = await world.run('cor', 'organisation.match', { oin: UTRECHT });

	expect(error?.message).toMatch(/organisation|COR/);
});

test('a fiscal number finds its organisation, as an RSIN does', async () => {
	const found = [
		...(await match([{ rsin: '813512979' }])),
		...(await match([{ rsin: '813512979' }, { name: 'Gemeente Utrecht' }])).slice(0, 1),
	];

	for (const { match: organisation } of found) {
		expect(organisation).toMatchObject({ naam: 'Tweede Kamer der Staten-Generaal' });
	}
});

test.each(['Tilburg, van', 'Beek, D. van der', 'Putten, T. van', 'Horst, van der', 'Grave, de'])(
	'%s is a person: no municipality is certain to be meant',
	async (name) => {
		expect((await match([{ name }]))[0].certainty).not.toBe('certain');
	},
);

test('Selected Fields can have the electronic address, without a warning', async () => {
	const { json, hints } = await world.run('cor', 'organisation.get', {
		oin: { __rl: true, mode: 'id', value: UTRECHT },
		output: 'selectedFields',
		fields: 'oin, peppolId',
		options: { electronicAddress: true },
	});

	expect(json).toEqual([{ oin: UTRECHT, peppolId: `0190:${UTRECHT}` }]);
	expect(hints).toEqual([]);
});

test.each(['Kiesraad, de', 'Raad van State, de'])(
	'an article behind the name, as in %s, leaves it certain',
	async (name) => {
		expect((await match([{ name }]))[0].certainty).toBe('certain');
	},
);
