import { Agent } from 'undici';

import type { Organisation } from '../../sandbox';
import { call, sharedSandbox } from './sandbox';

const sandbox = sharedSandbox();
let dispatcher: Agent;

beforeAll(() => {
	const { ca, client } = sandbox.cor.certificates;
	const { certificate: cert, privateKey: key } = client;
	dispatcher = new Agent({ connect: { ca, cert, key } });
});

afterAll(async () => await dispatcher.destroy());

interface Body {
	_links?: unknown;
	organisaties?: Array<Organisation & { _links?: unknown }>;
}

const get = async (path: string, headers: Record<string, string> = {}) =>
	await call<Body>(`${sandbox.cor.url}/${path}`, {
		dispatcher,
		headers: { accept: 'application/hal+json', ...headers },
	});

const found = async (query: Record<string, string>) =>
	(await get(`organisaties?${String(new URLSearchParams(query))}`)).body.organisaties;

describe('Accept', () => {
	test.each([
		['application/hal+json', 'application/hal+json'],
		['application/HAL+json', 'application/hal+json'],
		['application/json', 'application/json'],
		['Application/JSON; charset=utf-8', 'application/json'],
		['application/json, application/hal+json;q=0.9', 'application/hal+json'],
		['text/html, application/json', 'application/json'],
	])('%s gives %s', async (accept, contentType) => {
		const answer = await get('organisaties', { accept });

		expect(answer).toMatchObject({ status: 200, headers: { 'content-type': contentType } });
		expect(answer.body.organisaties).toHaveLength(30);
		expect(answer.body).toHaveProperty('_links.self.href');
	});

	test.each(['text/html', '*/*', 'application/*', 'application/jsonp', ''])(
		'"%s" is refused',
		async (accept) => {
			expect(await get('laatsteWijziging', { accept })).toMatchObject({ status: 406 });
		},
	);

	test.each(['application/json', 'application/hal+json'])(
		'%s with version 1.0 gives no links',
		async (accept) => {
			const answer = await get('organisaties', { accept, 'accept-version': '1.0' });

			expect(answer).toMatchObject({
				status: 200,
				headers: { 'content-type': 'application/json' },
			});
			expect(answer.body).not.toHaveProperty('_links');
		},
	);
});

describe("the document's organisations", () => {
	test.each([
		['00000001234567891000', 'Gemeente Test', '12345678', '0163'],
		['00000001234561259000', 'Gemeente Sluis', null, '1234'],
		['00000001001600123456', 'Gemeente Test A', null, '9999'],
		['00000001111111111000', 'Noordoost-Test', '10000000', null],
		['00000002811223344007', 'Midden Test', '17155555', null],
		['00000002811415454007', 'Midden Test', '17888888', null],
	])('%s is %s', async (oin, naam, kvkNummer, organisatieCode) => {
		const [organisation] = (await get(`organisaties/${oin}`)).body.organisaties!;

		expect(organisation).toMatchObject({ oin, naam, kvkNummer, organisatieCode });
		expect(await found({ oin })).toEqual([organisation]);
	});

	test.each(['12345678901234567890', '00000002222222222222'])(
		'%s, of a request alone, is there',
		async (oin) => {
			const { status, body } = await get(`organisaties/${oin}?expand=true`);

			expect(status).toBe(200);
			expect(body.organisaties).toMatchObject([{ oin, hoofdOIN: null, subOINs: null }]);
		},
	);

	test('are a part of what the examples say they are a part of', async () => {
		const head = '00000001111111111000';
		const parts = ['00000002811223344007', '00000002811415454007'];
		const expanded = (await get(`organisaties/${head}?expand=true`)).body.organisaties!;
		const part = (await get(`organisaties/${parts[1]}`)).body.organisaties!;

		expect(expanded[0].subOINs).toMatchObject(parts.map((oin) => ({ oin, naam: 'Midden Test' })));
		expect(part[0].hoofdOIN).toEqual({
			_links: {
				self: {
					href: `${sandbox.cor.url}/organisaties/${head}`,
					type: 'application/hal+json',
				},
			},
		});
	});
});

describe('zoek', () => {
	const delta = 'Drents Overijsselse Delta';

	test.each([
		['a part of the name, in any letter case', 'OVERIJSSELSE DELTA'],
		['the abbreviation', 'WDODelta'],
		['the abbreviation in another letter case', 'wdodelta'],
	])('finds by %s', async (_, zoek) => {
		expect(await found({ zoek })).toContainEqual(expect.objectContaining({ naam: delta }));
	});

	test('finds by a part of the abbreviation, and no others', async () => {
		const names = (await found({ zoek: 'DODel' }))!.map(({ naam }) => naam);

		expect(names).toEqual([delta]);
	});

	test('finds by a part of the OIN', async () => {
		expect(await found({ zoek: '0000123456789' })).toMatchObject([{ naam: 'Gemeente Test' }]);
	});

	test('finds nothing else', async () => {
		expect(await get('organisaties?zoek=WDODeltaX')).toMatchObject({ status: 404 });
	});

	test('shows no abbreviation: the document names no such field', async () => {
		const [organisation] = (await found({ zoek: 'WDODelta' }))!;

		expect(organisation).not.toHaveProperty('afkorting');
	});
});

describe('the register', () => {
	const byName = async (naam: string) => (await found({ naam }))![0];

	test('has the real organisations of the file, as it has them', async () => {
		expect(await byName('Gemeente Haarlem')).toMatchObject({
			oin: '00000001001005650000',
			status: 'Actief',
			kvkNummer: '34369366',
			organisatieType: 'GM',
		});
		expect(await byName('Gemeente Nuenen, Gerwen en Nederwetten')).toBeDefined();
		expect(await byName('Ministerie van Defensie')).toMatchObject({ organisatieType: null });
		expect(await byName('Gemeente Weesp')).toMatchObject({
			status: 'Ingetrokken',
			intrekDatum: '2022-03-23T23:00:00Z',
		});
	});

	test('has made-up parts of real organisations behind them', () => {
		const { organisations } = sandbox.cor;
		const parts = organisations.slice(8 + 788);
		const heads = parts.map(({ hoofdOIN }) => sandbox.cor.find(hoofdOIN!)!);

		expect(parts).toHaveLength(134);
		expect(parts.every(({ oin }) => oin.startsWith('00000004'))).toBe(true);
		expect(heads.every(({ subOINs }, index) => subOINs.includes(parts[index].oin))).toBe(true);
	});

	test('can be spelt as today: KVKNummer, and the time of some changes', async () => {
		const days = (await found({ organisatieType: 'PV' }))!;
		sandbox.cor.spelling = 'today';
		const today = (await found({ organisatieType: 'PV' }))!;
		sandbox.cor.spelling = 'document';
		const times = today.map((one) => one.laatstAangepastDatum);

		expect(today.every((one) => 'KVKNummer' in one && !('kvkNummer' in one))).toBe(true);
		expect(days.every((one) => /T2[23]:00:00Z$/.test(one.laatstAangepastDatum))).toBe(true);
		expect(times.some((time) => /T2[23]:00:00Z$/.test(time))).toBe(true);
		expect(times.some((time) => /T(0|1)\d:/.test(time))).toBe(true);
		expect(today.every((one) => !('aangepastOp' in one))).toBe(true);
	});
});

test('an organisation that goes while the pages are read takes another from a page', async () => {
	const { organisations } = sandbox.cor;
	const oins = organisations.map(({ oin }) => oin);
	let gone: Organisation[] = [];
	sandbox.cor.onRequest = ({ query }) => {
		if (query.pagina === '2') gone = organisations.splice(0, 1);
	};
	const first = await found({ pagina: '1' });
	const second = await found({ pagina: '2' });
	sandbox.cor.onRequest = undefined;
	organisations.unshift(...gone);

	expect(first!.map(({ oin }) => oin)).toEqual(oins.slice(0, 30));
	expect(second!.map(({ oin }) => oin)).toEqual(oins.slice(31, 61));
});
