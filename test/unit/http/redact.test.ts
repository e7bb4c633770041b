import { redactor } from '../../../nodes/shared/http/redact';

test('redacts secrets, but no short words', () => {
	expect(redactor(['corlega_1'])('Bearer corlega_1 is bad, corlega_1')).toBe(
		'Bearer ***** is bad, *****',
	);
	expect(redactor(['an', ''])('an error')).toBe('an error');
});

const KEY = ' sleutel/met+teken&"x" ';

test.each([
	['as it is', KEY],
	['without the spaces around it', KEY.trim()],
	['encoded for an address', encodeURIComponent(KEY.trim())],
	['encoded in lower case', encodeURIComponent(KEY.trim()).toLowerCase()],
	['in JSON', JSON.stringify({ key: KEY.trim() })],
	['in base64', Buffer.from(KEY.trim()).toString('base64')],
	['in base64 for an address', Buffer.from(KEY.trim()).toString('base64url')],
])('a key that was pasted with white space is redacted %s', (_, form) => {
	const text = redactor([KEY])(`The key ${form} is unknown`);

	expect(text).toContain('*****');
	expect(text).not.toContain('sleutel');
	expect(text).not.toContain(form);
});

test('redacts the lines of a private key, whatever separates them', () => {
	const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
	const redact = redactor([`-----BEGIN PRIVATE KEY----- ${line} -----END PRIVATE KEY-----`]);

	expect(redact(`Bad key:\n${line}\n`)).toBe('Bad key:\n*****\n');
});
