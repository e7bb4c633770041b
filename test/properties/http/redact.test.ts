import { strict as assert } from 'node:assert';

import { redactor } from '../../../nodes/shared/http/redact';
import { brokenText, fc } from '../cases';

/** A secret; a star would look redacted. */
const secret = fc
	.oneof(fc.base64String({ minLength: 12, maxLength: 60 }), fc.string({ minLength: 8 }), brokenText)
	.map((text) => text.replaceAll('*', 'x').replace(/\s+/g, ''))
	.filter((text) => text.length >= 6);

const padding = fc.constantFrom('', ' ', '\n', '\t ', '\r\n');

const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
const strict = (text: string): string =>
	encoded(text).replace(/[!'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The forms in which a service may repeat a secret. */
const FORMS: Record<string, (text: string) => string> = {
	plain: (text) => text,
	encoded,
	'encoded in lower case': (text) => encoded(text).toLowerCase(),
	'encoded strictly (RFC 3986)': strict,
	JSON: (text) => JSON.stringify(text).slice(1, -1),
	'JSON with slashes escaped': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
	base64: (text) => Buffer.from(text).toString('base64'),
	'base64 for an address': (text) => Buffer.from(text).toString('base64url'),
};

const around = fc.string({ maxLength: 20 }).map((text) => text.replaceAll('*', ''));

test.each(Object.entries(FORMS))('redacts every secret in a text: %s', (_, form) => {
	fc.assert(
		fc.property(secret, padding, padding, around, around, (text, left, right, before, after) => {
			const shown = form(text);
			fc.pre(shown.length >= 6);
			const redacted = redactor([`${left}${text}${right}`])(`${before}${shown}|${after}${shown}`);
			assert.ok(redacted.includes('*****'));
			assert.ok(!redacted.includes(shown));
			assert.ok(!redacted.includes(text));
		}),
	);
});

test('redacts each line of a private key', () => {
	const line = fc.base64String({ minLength: 16, maxLength: 64 }).map((text) => text.slice(0, 64));
	fc.assert(
		fc.property(
			fc.array(line, { minLength: 1, maxLength: 6 }),
			fc.constantFrom('\n', ' ', '\r\n', '\\n'),
			(lines, between) => {
				const key = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'];
				const redact = redactor([key.join(between)]);
				for (const one of lines) assert.ok(!redact(`line "${one}" is bad`).includes(one));
			},
		),
	);
});

test('leaves a text without the secret as it is', () => {
	fc.assert(
		fc.property(secret, fc.string(), (text, other) => {
			const plain = other.replace(/[^a-z ]/g, '').slice(0, 5);
			assert.equal(redactor([text])(plain), plain);
		}),
	);
});
