import { buildUrl, checkBaseUrl, checkTarget } from '../../../nodes/shared/input/address';

describe('checkBaseUrl', () => {
	test.each([
		['https://api.corlega.com/v1', 'https://api.corlega.com/v1'],
		['https://api.corlega.com/v1///', 'https://api.corlega.com/v1'],
		[' https://api.inboxify.nl/ ', 'https://api.inboxify.nl'],
		['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v1'],
		['http://localhost:1', 'http://localhost:1'],
		['http://[::1]:1', 'http://[::1]:1'],
	])('%s', (url, expected) => expect(checkBaseUrl(url)).toBe(expected));

	test.each([
		'',
		undefined,
		'corlega',
		'ftp://x.nl',
		'http://x.nl',
		'http://127.0.0.1.x.nl',
		'http://localhost.x.nl',
		'https://a@x.nl',
		'https://x.nl?a',
		'https://x.nl#a',
	])('%s is refused, and the field is named', (url) =>
		expect(() => checkBaseUrl(url)).toThrow(/Base URL/),
	);
});

test('checkTarget lets a secret go over https or to loopback only', () => {
	expect(() => checkTarget({ url: 'https://x.nl' })).not.toThrow();
	expect(() => checkTarget({ uri: 'http://localhost:1' })).not.toThrow();
	expect(() => checkTarget({ url: '/me', baseURL: 'https://x.nl/v1' })).not.toThrow();
	expect(() => checkTarget({ url: 'http://x.nl' })).toThrow();
	expect(() => checkTarget({ url: '/me', baseURL: 'http://x.nl/v1' })).toThrow();
	expect(() => checkTarget({})).toThrow();
});

test('buildUrl encodes each segment and lets none lead elsewhere', () => {
	expect(buildUrl('https://x.nl', ['contacts', 'Leden & donateurs', 'a/b@c.nl'])).toBe(
		'https://x.nl/contacts/Leden%20%26%20donateurs/a%2Fb%40c.nl',
	);
	for (const segment of ['', ' ', '.', '..']) {
		expect(() => buildUrl('https://x.nl', ['contacts', segment])).toThrow();
	}
});
