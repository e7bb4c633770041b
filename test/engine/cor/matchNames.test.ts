import type { IDataObject } from 'n8n-workflow';

import { sharedWorld } from '../../../tools/engine/world';
import { useRealRegister } from './realRegister';

const world = sharedWorld();

beforeEach(() => useRealRegister(world));

/** Names as people type them, and the name that the register has. */
const CERTAIN: Array<[written: string, registered: string]> = [
	['gem. Utrecht', 'Gemeente Utrecht'],
	['UTRECHT, GEMEENTE', 'Gemeente Utrecht'],
	['Gemeente Utrecht, t.a.v. afdeling Inkoop', 'Gemeente Utrecht'],
	['Prov. Utrecht', 'Provincie Utrecht'],
	['de provincie Utrecht', 'Provincie Utrecht'],
	['Gemeente Bergen NH', 'Gemeente Bergen (NH)'],
	['bergen (l)', 'Gemeente Bergen (L)'],
	['Gem. Bergen, Limburg', 'Gemeente Bergen (L)'],
	['Bergen op zoom', 'Gemeente Bergen op Zoom'],
	["gemeente 's Gravenhage", 'Gemeente Den Haag'],
	['Gem. Den Haag - Crediteurenadministratie', 'Gemeente Den Haag'],
	['Gemeente Den Bosch', "Gemeente 's-Hertogenbosch"],
	['gemeente s hertogenbosch', "Gemeente 's-Hertogenbosch"],
	['Alphen a/d Rijn', 'Gemeente Alphen aan den Rijn'],
	['gem. Alphen a.d. Rijn', 'Gemeente Alphen aan den Rijn'],
	['Capelle a.d. IJssel', 'Gemeente Capelle aan den IJssel'],
	['Gemeente Capelle ad Ijssel', 'Gemeente Capelle aan den IJssel'],
	['Krimpen a/d IJssel', 'Gemeente Krimpen aan den IJssel'],
	['Min. van Buitenlandse Zaken', 'Ministerie van Buitenlandse Zaken'],
	[
		'Ministerie Binnenlandse Zaken & Koninkrijksrelaties',
		'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties',
	],
	['min. v. Algemene Zaken', 'Ministerie van Algemene Zaken'],
	['Hgm. Rijnland', 'Hoogheemraadschap van Rijnland'],
	['HH Delfland', 'Hoogheemraadschap van Delfland'],
	[
		'Hoogheemraadschap Schieland & Krimpenerwaard',
		'Hoogheemraadschap van Schieland en de Krimpenerwaard',
	],
	['Waterschap Rivierenland', 'Rivierenland'],
	['waterschap hunze & aas', "Hunze en Aa's"],
	['Wetterskip Fryslan', 'Wetterskip Fryslân'],
	['Waterschap Aa & Maas', 'Aa en Maas'],
	['St. Anthonis', 'Gemeente Sint Anthonis'],
	['Gem. Sint-Anthonis', 'Gemeente Sint Anthonis'],
	['Gemeente St Michielsgestel', 'Gemeente Sint-Michielsgestel'],
	['Zorgkantoor DSW BV', 'Zorgkantoor DSW B.V.'],
	['Stedin Netbeheer b.v.', 'Stedin Netbeheer B.V.'],
	['Waterbedrijf Drenthe NV', 'N.V. Waterbedrijf Drenthe'],
	['Prorail', 'ProRail B.V.'],
	['Provincie Noord Brabant', 'Provincie Noord-Brabant'],
	['prov. NB', 'Provincie Noord-Brabant'],
	['provincie Friesland', 'Provincie Fryslân'],
	['Súdwest Fryslan', 'Gemeente Súdwest-Fryslân'],
	['Hendrik Ido Ambacht', 'Gemeente Hendrik-Ido-Ambacht'],
	['Gem. Nuenen, Gerwen & Nederwetten', 'Gemeente Nuenen, Gerwen en Nederwetten'],
	['VR Twente', 'Veiligheidsregio Twente'],
	[
		'Omgevingsdienst Flevoland en Gooi & Vechtstreek',
		'Omgevingsdienst Flevoland & Gooi en Vechtstreek',
	],
	['GGD Hart v. Brabant', 'GGD Hart voor Brabant'],
	['G.G.D. IJsselland', 'GGD IJsselland'],
	['Centraal Bureau v/d Statistiek', 'Centraal Bureau voor de Statistiek'],
	[
		'Uitvoeringsinstituut Werknemersverzekeringen (UWV)',
		'Uitvoeringsinstituut Werknemersverzekeringen',
	],
	['Dienst Uitvoering Onderwijs (DUO)', 'Dienst Uitvoering Onderwijs'],
	['Gemeente Haarlem\nAfdeling Financiën\nPostbus 511\n2003 PB HAARLEM', 'Gemeente Haarlem'],
	['T.a.v. afd. Inkoop, Gemeente Ede', 'Gemeente Ede'],
	['College van B&W gemeente Goes', 'Gemeente Goes'],
	['Rechtbank den haag', 'Rechtbank Den Haag'],
	['het Hogeland', 'Gemeente Het Hogeland'],
	['2e Kamer der Staten Generaal', 'Tweede Kamer der Staten-Generaal'],
	['Gemeente  Geldrop – Mierlo', 'Gemeente Geldrop-Mierlo'],
];

/** What a person should look at: typing errors, abbreviations, parts of a name, two that fit. */
const LIKELY: Array<[written: string, registered: string]> = [
	['Gemeente Amsterdm', 'Gemeente Amsterdam'],
	['Gemeete Rotterdam', 'Gemeente Rotterdam'],
	['Gemeente Eindhovne', 'Gemeente Eindhoven'],
	['gem Apeldooorn', 'Gemeente Apeldoorn'],
	['Gemeente Zwole', 'Gemeente Zwolle'],
	['Gemente Roterdam', 'Gemeente Rotterdam'],
	['Ministerie van Buitenlanse Zaeken', 'Ministerie van Buitenlandse Zaken'],
	['Waterschap Rivierenlant', 'Rivierenland'],
	['Zuidwest-Friesland', 'Gemeente Súdwest-Fryslân'],
	['Dantumadeel', 'Gemeente Dantumadiel'],
	['Noordholland', 'Provincie Noord-Holland'],
	['Min. van BZK', 'Ministerie van Binnenlandse Zaken en Koninkrijksrelaties'],
	['min VWS', 'Ministerie van Volksgezondheid, Welzijn en Sport'],
	['CBS', 'Centraal Bureau voor de Statistiek'],
	['KNMI', 'Koninklijk Nederlands Meteorologisch Instituut'],
	['UWV', 'Uitvoeringsinstituut Werknemersverzekeringen'],
	['DUO', 'Dienst Uitvoering Onderwijs'],
	['Kadaster', 'Dienst voor het kadaster en de openbare registers'],
	['Nuenen', 'Gemeente Nuenen, Gerwen en Nederwetten'],
	['Tweede Kamer', 'Tweede Kamer der Staten-Generaal'],
	['Gemeente Utrecht Stadsbeheer', 'Gemeente Utrecht'],
	['Gemeente Rijswijk ZH', 'Gemeente Rijswijk'],
	['Utrecht', 'Gemeente Utrecht'],
	['Groningen', 'Gemeente Groningen'],
];

/** Names that no government has. */
const NONE = [
	'Bakkerij de Vries B.V.',
	'Bouwbedrijf Utrecht B.V.',
	'Bakkerij Amsterdam',
	'Stichting Hart voor Dieren',
	'Jansen & Zn.',
];

const match = async (names: string[]) => {
	const items = names.map((name) => ({ name }));
	const { json, error } = await world.run(
		'cor',
		'organisation.match',
		{ name: '={{ $json.name }}' },
		{ items },
	);
	expect(error).toBeUndefined();
	return json.map(({ match: found, certainty, alternatives }) => ({
		naam: (found as IDataObject | null)?.naam ?? null,
		certainty,
		alternatives: (alternatives as IDataObject[]).map(({ naam }) => naam),
	}));
};

test.each([
	['certain', CERTAIN],
	['likely', LIKELY],
] as const)(
	'names as people write them give the organisation that is meant, %s',
	async (certainty, names) => {
		const found = await match(names.map(([written]) => written));

		expect(found.map(({ naam }, index) => [names[index][0], naam, found[index].certainty])).toEqual(
			names.map(([written, registered]) => [written, registered, certainty]),
		);
	},
);

test('the same names give the same organisations one by one, by searches', async () => {
	const names = [...CERTAIN, ...LIKELY];
	const found: unknown[] = [];
	let requests = 0;
	for (const [written] of names) {
		const [{ naam, certainty }] = await match([written]);
		found.push([written, naam, certainty === 'certain']);
		requests = Math.max(requests, world.log('cor').length);
		world.sandbox.cor.requests.length = 0;
	}
	const isCertain = new Set(CERTAIN.map(([written]) => written));
	expect(found).toEqual(
		names.map(([written, registered]) => [written, registered, isCertain.has(written)]),
	);
	expect(requests).toBeLessThan(12);
});

test('a name that is almost that of an organisation is never certain', async () => {
	const names = [
		'Van Houten',
		'Helder',
		'Financiën',
		'Gooi en Vechtstreek',
		'Noord-Nederland',
		'Wijchen B.V.',
		'Stichting Gemeente Utrecht',
		'Provincie Gemeente Utrecht',
		'Gemeente Hengelo (Gld)',
		'Gemeente Beek en Donk',
		'Waterschap Utrecht',
		'Gemeente Utrecht en Gemeente Amersfoort',
	];
	for (const found of [
		await match(names),
		(await Promise.all(names.map(async (name) => await match([name])))).flat(),
	]) {
		expect(found.filter(({ certainty }) => certainty === 'certain')).toEqual([]);
	}
});

test('names of no government match nothing', async () => {
	const found = await match(NONE);

	expect(found.map(({ naam, certainty }) => [naam, certainty])).toEqual(
		NONE.map(() => [null, 'none']),
	);
});

test('a name that fits two organisations is never certain, and shows the other', async () => {
	const [utrecht, bergen] = await match(['Utrecht', 'gemeente Bergen']);

	expect(utrecht).toMatchObject({ certainty: 'likely', naam: 'Gemeente Utrecht' });
	expect(utrecht.alternatives).toContain('Provincie Utrecht');
	expect(bergen.certainty).toBe('likely');
	expect([bergen.naam, bergen.alternatives[0]].sort()).toEqual([
		'Gemeente Bergen (L)',
		'Gemeente Bergen (NH)',
	]);
});

test('a name that fits two organisations is not certain where one is spelt in another way', async () => {
	const { organisations } = world.sandbox.cor;
	organisations.find(({ naam }) => naam === 'Veiligheidsregio Fryslân')!.naam =
		'Veiligheidsregio Friesland';
	for (const [found] of [await match(['Friesland']), await match(['Friesland', 'x'])]) {
		expect(found.certainty).toBe('likely');
	}
});
