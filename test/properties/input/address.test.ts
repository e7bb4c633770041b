import { buildUrl, checkBaseUrl } from '../../../nodes/shared/input/address';
import { InputError } from '../../../nodes/shared/input/InputError';
import { anyText, anyValue, brokenText, fc, outcomeOf } from '../cases';

const BASE = 'https://api.voorbeeld.nl/v1';

const segment = fc.oneof(
	anyText,
	brokenText,
	fc.string(),
	fc
		.array(fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', '?', '#', '\r\n', '\0', '@', ' '))
		.map((parts) => parts.join('')),
);

test('any text is one segment of the same origin, and can be read back, or it is refused', () => {
	fc.assert(
		fc.property(fc.array(segment, { minLength: 1, maxLength: 3 }), (segments) => {
			const outcome = outcomeOf(() => buildUrl(BASE, segments));
			if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(InputError);
			const url = new URL(outcome.value);
			expect(url.origin).toBe('https://api.voorbeeld.nl');
			expect([url.search, url.hash, url.username]).toEqual(['', '', '']);
			const [, version, ...encoded] = url.pathname.split('/');
			expect([version, ...encoded.map(decodeURIComponent)]).toEqual(['v1', ...segments]);
		}),
	);
});

test('a base URL: of any value an InputError, or an address without a slash at its end', () => {
	const addresses = fc.oneof(
		anyValue,
		fc.webUrl({ validSchemes: ['https', 'http', 'ftp'], withQueryParameters: true }),
		fc.tuple(fc.constantFrom('https://', 'http://', '//'), anyText).map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(addresses, (value) => {
			const outcome = outcomeOf(() => checkBaseUrl(value));
			if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(InputError);
			expect(outcome.value).not.toMatch(/\/$|[?#]/);
			const { protocol, hostname } = new URL(outcome.value);
			if (protocol !== 'https:') expect(hostname).toMatch(/^(localhost|127\.|\[::1\])/);
		}),
	);
});
