import { simplify } from '../../../nodes/Cor/actions/organisation/simplify';

const link = (href: string) => ({ _links: { self: { href } } });

test.each([
	[link('https://x.nl/api/v1/organisaties/00000001111111111000'), '00000001111111111000'],
	[
		link('https://x.nl/api/v1/organisaties/00000001111111111000/?expand=true'),
		'00000001111111111000',
	],
	[{ ...link('https://x.nl/1'), oin: '2' }, '2'],
	['3', '3'],
	[null, null],
	[{}, null],
])('the OIN of %j is %s', (hoofdOIN, oin) => {
	expect(simplify({ hoofdOIN }).hoofdOin).toBe(oin);
	expect(simplify({ subOINs: [hoofdOIN] }).subOins).toEqual(oin === null ? [] : [oin]);
});

test('an organisation without any data has all fields', () => {
	expect(simplify({})).toEqual({
		oin: null,
		naam: null,
		status: null,
		kvkNummer: null,
		organisatieCode: null,
		organisatieType: null,
		afgifteDatum: null,
		laatstAangepastDatum: null,
		intrekDatum: null,
		hoofdOin: null,
		subOins: [],
	});
});

test('a single relation where a list is meant, and the other way round', () => {
	const sub = link('https://x.nl/organisaties/00000001111111111001');
	expect(simplify({ subOINs: sub }).subOins).toEqual(['00000001111111111001']);
	expect(simplify({ subOINs: '00000001111111111001' }).subOins).toEqual(['00000001111111111001']);
	expect(simplify({ hoofdOIN: [sub] }).hoofdOin).toBe('00000001111111111001');
});
