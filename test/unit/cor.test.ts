import { simplify } from '../../nodes/Cor/actions/organisation/simplify';
import { readPem } from '../../nodes/Cor/pem';

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

test('an organisation of which the register tells nothing has all fields', () => {
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

describe('readPem', () => {
	const base64 = 'QUJD'.repeat(20);
	const pem = `-----BEGIN CERTIFICATE-----\n${base64.slice(0, 64)}\n${base64.slice(64)}\n-----END CERTIFICATE-----\n`;

	test.each([
		['as it should be', pem],
		['with Windows line breaks', pem.replace(/\n/g, '\r\n')],
		['on one line', pem.replace(/\n/g, ' ')],
		['with line breaks written out', pem.replace(/\n/g, '\\n')],
		['without any', pem.replace(/\n/g, '')],
		['after other text', `subject=/CN=x\n${pem}`],
	])('%s', (_, text) => expect(readPem(text)).toEqual([pem]));

	test('several blocks', () => expect(readPem(pem + pem)).toEqual([pem, pem]));

	test('a key that is encrypted in the older way keeps its header', () => {
		const key = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n\nQUJD\n-----END RSA PRIVATE KEY-----\n`;
		expect(readPem(key.replace(/\n/g, ' '))).toEqual([key]);
	});

	test('nothing', () => expect(readPem('nothing')).toEqual([]));
});
