import type { IDataObject, INodePropertyModeValidation } from 'n8n-workflow';

import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { nodeTypes } from '../../../tools/engine/types';
import { byId, sharedWorld } from '../../../tools/engine/world';
import { searchList } from '../editor';

const world = sharedWorld({ cor: { organisations: 40 } });

const OIN = '00000004194049711000';
const MAIN = '00000004003214345000';
const link = (oin: string) => ({ _links: { self: { href: `https://x.nl/organisaties/${oin}` } } });

/** Fields that have the same name in the document and in the simplified output. */
const FIELDS = {
	oin: OIN,
	naam: 'Logius (Digilevering Integrator)',
	status: 'Actief',
	kvkNummer: '12345678',
	organisatieCode: null,
	organisatieType: null,
	afgifteDatum: '2014-06-04T22:00:00Z',
	laatstAangepastDatum: '2017-08-23T22:00:00Z',
	intrekDatum: null,
};

/** An organisation as the document spells its fields. */
const documented = (more: IDataObject = {}): IDataObject => ({
	...FIELDS,
	hoofdOIN: link(MAIN),
	subOINs: null,
	...more,
});

const SIMPLE = { ...FIELDS, hoofdOin: MAIN, subOins: [] };

type Spell = (name: string) => string;

/** The same with other names of fields, however deep. */
function respell(value: unknown, spell: Spell): unknown {
	if (Array.isArray(value)) return value.map((one) => respell(one, spell));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, part]) => [spell(name), respell(part, spell)]),
	);
}

const SPELLINGS: Array<[what: string, spell: Spell]> = [
	['the document', (name) => name],
	["Logius' example", (name) => (name === 'kvkNummer' ? 'KVKNummer' : name)],
	['capitals', (name) => name.toUpperCase()],
	['small letters', (name) => name.toLowerCase()],
	['a capital first', (name) => name[0].toUpperCase() + name.slice(1)],
	['hoofdOin, subOins', (name) => name.replace('OIN', 'Oin')],
];

/** Answers each list and organisation with these. */
function answer(organisations: IDataObject | IDataObject[], spell: Spell = (name) => name): void {
	const { faults } = world.sandbox.cor;
	faults.length = 0;
	faults.push(
		{ match: { path: /laatsteWijziging/ }, body: { other: 'nothing' }, times: 99 },
		{
			match: { path: /organisaties/ },
			body: respell({ organisaties: organisations }, spell) as IDataObject,
			times: 99,
		},
	);
}

const run = async (operation: string, parameters: IDataObject) => {
	const { json, error } = await world.run('cor', `organisation.${operation}`, parameters);
	expect(error).toBeUndefined();
	return json;
};

const search = async () => await searchList(world.setup('cor'), 'searchOrganisations');

/** What the dropdown shows of it. */
const FOUND = { name: `${FIELDS.naam} - ${OIN}`, value: OIN };

describe.each(SPELLINGS)('fields spelt as %s', (_, spell) => {
	test('come out simplified under the names of the document', async () => {
		answer([documented()], spell);

		expect(await run('get', { oin: byId(OIN) })).toEqual([SIMPLE]);
		expect(await run('getAll', { returnAll: true })).toEqual([SIMPLE]);
	});

	test('are found by Get Changed', async () => {
		answer([documented()], spell);
		world.sandbox.cor.faults.shift();

		expect(await run('getChanged', { since: '2017-08-24' })).toEqual([SIMPLE]);
		expect(await run('getChanged', { since: '2017-08-25' })).toEqual([]);
	});

	test("stay in the service's own object", async () => {
		answer([documented()], spell);

		expect(await run('get', { oin: byId(OIN), simplify: false })).toEqual([
			respell(documented(), spell),
		]);
	});

	test('are found by the dropdown', async () => {
		answer([documented()], spell);
		expect((await search()).results).toEqual([FOUND]);
	});

	test('relations with all details, and without links', async () => {
		const [head, sub] = [{ oin: MAIN, naam: 'Logius' }, { oin: '00000004194049711001' }];
		answer([documented({ hoofdOIN: head, subOINs: [sub] })], spell);

		expect(await run('get', { oin: byId(OIN) })).toEqual([{ ...SIMPLE, subOins: [sub.oin] }]);
	});
});

test('both spellings of a field: the one with a value counts', async () => {
	answer([documented({ kvkNummer: null, KVKNummer: '87654321', subOINs: [], subOins: ['1'] })]);
	const [first] = await run('get', { oin: byId(OIN) });
	answer([documented({ KVKNummer: null })]);
	const [second] = await run('get', { oin: byId(OIN) });
	answer([documented({ KVKNummer: '87654321' })]);
	const [third] = await run('get', { oin: byId(OIN) });

	expect(first).toEqual({ ...SIMPLE, kvkNummer: '87654321', subOins: ['1'] });
	expect(second).toEqual(SIMPLE);
	expect(third).toEqual(SIMPLE);
});

test('the spelling of links does not cut a list short', async () => {
	const { cor } = world.sandbox;
	cor.faults.length = 0;
	for (const pagina of [1, 2]) {
		const oins = Array.from({ length: 30 }, (_, index) => String(pagina * 100 + index));
		cor.faults.push({
			match: { path: /organisaties/ },
			body: {
				_LINKS: { First: { Href: 'x' }, ...(pagina === 1 ? { Next: { Href: 'x' } } : {}) },
				Organisaties: oins.map((oin) => ({ OIN: oin.padStart(20, '0') })),
			},
		});
	}

	expect(await run('getAll', { returnAll: true })).toHaveLength(60);
});

describe('a single organisation where a list is meant, as HAL allows, is a list of one', () => {
	beforeEach(() => {
		answer(documented({ subOINs: { oin: '1' } }));
		world.sandbox.cor.faults.shift();
	});

	test.each<[string, IDataObject]>([
		['get', { oin: byId(OIN) }],
		['getAll', { returnAll: true }],
		['getChanged', { since: '2000-01-01' }],
	])('for %s', async (operation, parameters) => {
		expect(await run(operation, parameters)).toEqual([{ ...SIMPLE, subOins: ['1'] }]);
	});

	test('for the dropdown', async () => {
		expect((await search()).results).toEqual([FOUND]);
	});
});

describe('an OIN with letters', () => {
	const BRIN = '00000007000021AB0000';

	test.each([
		BRIN,
		BRIN.toLowerCase(),
		`OIN: ${BRIN}`,
		`0190:${BRIN}`,
		'00000007 000021AB 0000',
		`\u200b${BRIN}\r\n`,
		'oin-nummer 00000007.0000.21ab.0000',
	])('%j is looked up with capitals', async (value) => {
		answer([documented({ oin: BRIN })]);
		const json = await run('get', { oin: byId(`={{ ${JSON.stringify(value)} }}`) });
		await run('getAll', { filters: { oin: `={{ ${JSON.stringify(value)} }}` } });
		const [one, list] = world.sandbox.cor.requests.slice(-2);

		expect(json[0].oin).toBe(BRIN);
		expect(one.path).toBe(`/organisaties/${BRIN}`);
		expect(list.query).toMatchObject({ oin: BRIN });
	});

	test.each(['0000000700002E120000', '12345678E00000000019', 'A0000007000021AB0000'])(
		'%s is one',
		async (oin) => {
			answer([documented({ oin: oin.toLowerCase() })]);

			expect(await run('get', { oin: byId(oin) })).toMatchObject([{ oin: oin.toLowerCase() }]);
		},
	);

	test.each([
		['a name of 20 letters', 'Gemeente Bergen op Zoom'],
		['19 characters', BRIN.slice(1)],
		['21 characters', `${BRIN}0`],
		['another sign', '00000007000021A&0000'],
		['a letter with a diacritic', '00000007000021É00000'],
		['a number', '1.2345678901234567E19'],
	])('%s is none', async (_, value) => {
		world.clear();
		const { error } = await world.run('cor', 'organisation.get', {
			oin: byId(`={{ ${JSON.stringify(value)} }}`),
		});

		expect(error?.message).toMatch(/^OIN must be 20 digits or letters/);
		expect(world.log('cor')).toEqual([]);
	});

	test('the editor takes it as it takes digits', () => {
		const oin = nodeTypes.cor.description.properties.find(({ name }) => name === 'oin')!;
		const [validation] = oin.modes!.find(({ name }) => name === 'id')!.validation!;
		const { properties } = validation as INodePropertyModeValidation;
		const { regex } = properties as IDataObject;

		for (const good of [BRIN, `OIN: ${BRIN}`, `0190:${BRIN}`, '0000 0007 0000 21ab 0000']) {
			expect(good).toMatch(new RegExp(String(regex)));
		}
		for (const bad of [BRIN.slice(1), `${BRIN}0`, 'x'.repeat(20)]) {
			expect(bad).not.toMatch(new RegExp(String(regex)));
		}
	});
});

test.each(['0163', 'mnre1034'])('organisation code %s is asked for', async (code) => {
	answer([documented({ organisatieCode: code })]);
	await run('getAll', { filters: { organisatieCode: code } });

	expect(world.sandbox.cor.requests.at(-1)!.query).toMatchObject({ organisatieCode: code });
});

test('a status that the document does not name is passed on', async () => {
	answer([documented({ status: 'Opgeschort' })]);

	expect(await run('get', { oin: byId(OIN) })).toEqual([{ ...SIMPLE, status: 'Opgeschort' }]);
});

test('Get Changed counts by the Dutch day, and sorts days and times by when they were', async () => {
	const changed = [
		'2017-08-24T22:10:00Z',
		'2017-08-24T09:57:11Z',
		'2017-08-23T22:00:00Z',
		'2017-08-23T21:59:59Z',
		'2017-08-24T06:00:00+02:00',
	];
	answer(
		changed.map((laatstAangepastDatum, i) => documented({ oin: `${i}`, laatstAangepastDatum })),
	);
	world.sandbox.cor.faults.shift();
	const json = await run('getChanged', { since: '2017-08-24T20:00:00Z' });

	expect(json.map(({ oin }) => oin)).toEqual(['2', '4', '1', '0']);
});

describe('the trigger', () => {
	const events = ['organisationAdded', 'organisationChanged', 'organisationWithdrawn'];

	async function baseline(...organisations: IDataObject[]) {
		const trigger = new PolledTrigger('cor', { events }, world.credentials('cor'));
		answer(organisations);
		await trigger.poll();
		const poll = async (now: IDataObject[], spell?: Spell) => {
			answer(now, spell);
			return (await trigger.poll()).map(({ event, oin }) => [event, oin]);
		};
		return { trigger, poll };
	}

	const other = { oin: MAIN, naam: 'Logius', hoofdOIN: null };
	const both = () => [documented(), documented(other)];

	test.each(SPELLINGS)('takes the same register spelt as %s for the same', async (_, spell) => {
		const { poll } = await baseline(...both());

		expect(await poll(both(), spell)).toEqual([]);
		expect(await poll([documented({ naam: 'X' }), documented(other)], spell)).toEqual([
			['organisationChanged', OIN],
		]);
		expect(await poll([documented({ naam: 'X' }), documented(other)])).toEqual([]);
	});

	test('takes any time of the day that was known for no change, and another day for one', async () => {
		const at = (time: string) => documented({ laatstAangepastDatum: time, KVKNummer: null });
		const { poll } = await baseline(documented());

		expect(await poll([at('2017-08-24T09:57:11Z')])).toEqual([]);
		expect(await poll([at('2017-08-24T09:57:11Z')])).toEqual([]);
		expect(await poll([documented()])).toEqual([]);
		expect(await poll([at('2017-08-24T22:00:01Z')])).toEqual([['organisationChanged', OIN]]);
	});

	test('so in winter, and with something else changed', async () => {
		const winter = { laatstAangepastDatum: '2016-12-31T23:00:00Z' };
		const time = { laatstAangepastDatum: '2017-01-01T22:59:59Z' };
		const { poll } = await baseline(documented(winter), documented({ ...other, ...winter }));

		expect(await poll([documented(time), documented({ ...other, ...time, naam: 'X' })])).toEqual([
			['organisationChanged', MAIN],
		]);
	});

	test('takes the order of sub OINs for no change', async () => {
		const subOINs = [{ oin: '1' }, { oin: '2' }];
		const { poll } = await baseline(documented({ subOINs }));
		const changed = [['organisationChanged', OIN]];

		expect(await poll([documented({ subOINs: [...subOINs].reverse() })])).toEqual([]);
		expect(await poll([documented({ subOINs: [{ oin: '2' }] })])).toEqual(changed);
		expect(await poll([documented({ subOINs: [{ oin: '2' }], naam: 'Y' })])).toEqual(changed);
	});

	test('takes an unknown status for a change, and only Ingetrokken for a withdrawal', async () => {
		const { poll } = await baseline(documented());

		expect(await poll([documented({ status: 'Opgeschort' })])).toEqual([
			['organisationChanged', OIN],
		]);
		expect(
			await poll([documented({ status: 'Ingetrokken' })], (name) => name.toUpperCase()),
		).toEqual([['organisationWithdrawn', OIN]]);
	});

	test('stores what it stored before there were other spellings', async () => {
		const { trigger } = await baseline(documented({ subOINs: [link('2'), link('1')] }));

		expect(JSON.stringify(trigger.state)).toContain('31TXe2');
	});
});

describe("the sandbox's register, spelt as the document and as today", () => {
	const spelt = (spelling: 'document' | 'today') => {
		const { cor } = world.sandbox;
		cor.faults.length = 0;
		cor.spelling = spelling;
	};

	afterEach(() => spelt('document'));

	test('has the same organisations, some with the time of their change', async () => {
		spelt('document');
		const before = await run('getAll', { returnAll: true });
		spelt('today');
		const after = await run('getAll', { returnAll: true });
		const withoutTime = (one: IDataObject) => ({ ...one, laatstAangepastDatum: undefined });
		const times = after.filter((one, index) => {
			return one.laatstAangepastDatum !== before[index].laatstAangepastDatum;
		});

		expect(after.map(withoutTime)).toEqual(before.map(withoutTime));
		expect(times.length).toBeGreaterThan(5);
		expect(times.length).toBeLessThan(30);
	});

	test('gives the trigger nothing when it goes over from one to the other', async () => {
		const events = ['organisationAdded', 'organisationChanged', 'organisationWithdrawn'];
		const { cor } = world.sandbox;
		const trigger = new PolledTrigger('cor', { events }, world.credentials('cor'));
		spelt('document');
		await trigger.poll();
		spelt('today');
		cor.lastChange = new Date(cor.lastChange.getTime() + 1000);

		expect(await trigger.poll()).toEqual([]);

		cor.change(cor.organisations[9].oin, { naam: 'Anders' }, new Date('2026-11-02T09:57:11Z'));
		expect(await trigger.poll()).toMatchObject([
			{ naam: 'Anders', laatstAangepastDatum: '2026-11-02T09:57:11Z', kvkNummer: '34369366' },
		]);
	});
});
