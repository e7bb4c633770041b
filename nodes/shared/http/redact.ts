/** Shorter values are no secrets, and redacting them would hide ordinary words. */
const SHORTEST_SECRET = 6;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** Encoded for an address; halves of characters, which have no encoding, are replaced. */
const percent = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

/** What JavaScript leaves as it is, and others encode (RFC 3986). */
const percentAll = (text: string): string =>
	percent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

const json = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The forms in which a text may come back: as it is, encoded for an address, in JSON, in base64. */
const encodings = (text: string): string[] => [
	text,
	percent(text),
	percent(text).replace(/%20/g, '+'),
	percentAll(text),
	json(text),
	// As PHP writes it.
	json(text).replaceAll('/', '\\/'),
	base64(text),
	Buffer.from(text).toString('base64url'),
];

/** The lines of a text of several, such as a key's; not those that only say what it is. */
const lines = (text: string): string[] =>
	text
		.replace(/\\r|\\n/g, '\n')
		.split(/\s+/)
		.filter((line) => line.length >= 16 && !line.includes('-----'));

/**
 * Every form in which secrets travel, the longest first.
 * @param secrets as they stand in a credential, with white space around them or without
 */
export function formsOf(secrets: string[]): string[] {
	const forms = secrets.flatMap((secret) => {
		const trimmed = secret.trim();
		const parts = /\s|\\n/.test(trimmed) ? lines(trimmed) : [];
		return [secret, trimmed, ...parts].flatMap(encodings);
	});
	return [...new Set(forms)]
		.filter((form) => form.trim().length >= SHORTEST_SECRET)
		.sort((a, b) => b.length - a.length);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Returns a redactor of secrets in a text, e.g. a key that a service repeats in its error.
 * @param secrets as they stand in a credential
 */
export function redactor(secrets: string[]): (text: string) => string {
	const forms = formsOf(secrets);
	if (forms.length === 0) return (text) => text;
	// Whatever the case, because an encoded form may be written either way.
	const pattern = new RegExp(forms.map(escape).join('|'), 'gi');
	return (text) => text.replace(pattern, '*****');
}
