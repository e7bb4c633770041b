/** Redacting shorter values would hide ordinary words. */
const MIN_SECRET = 6;

/** The forms in which a text may be sent back: encoded for an address, in JSON, in base64. */
function encodings(text: string): string[] {
	const bytes = Buffer.from(text);
	// From the bytes: halves of characters, which have no encoding, are replaced there.
	const percent = encodeURIComponent(bytes.toString());
	const json = JSON.stringify(text).slice(1, -1);
	return [
		text,
		percent,
		percent.replace(/%20/g, '+'),
		// RFC 3986 also encodes what JavaScript leaves as it is.
		percent.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
		json,
		// As PHP writes it.
		json.replaceAll('/', '\\/'),
		bytes.toString('base64'),
		bytes.toString('base64url'),
	];
}

/** The lines of e.g. a key, without its first and last one. */
const lines = (text: string): string[] =>
	text
		.replace(/\\r|\\n/g, '\n')
		.split(/\s+/)
		.filter((line) => line.length >= 16 && !line.includes('-----'));

/**
 * Returns every form in which secrets may be sent back, the longest first.
 * @param secrets as in a credential, perhaps with white space around them
 */
export function formsOf(secrets: string[]): string[] {
	const forms = secrets.flatMap((secret) => {
		const trimmed = secret.trim();
		const parts = /\s|\\n/.test(trimmed) ? lines(trimmed) : [];
		return [secret, trimmed, ...parts].flatMap(encodings);
	});
	return [...new Set(forms)]
		.filter((form) => form.trim().length >= MIN_SECRET)
		.sort((a, b) => b.length - a.length);
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Returns a redactor of secrets in a text, e.g. a key that a service repeats in its error.
 * @param secrets as in a credential
 */
export function redactor(secrets: string[]): (text: string) => string {
	const forms = formsOf(secrets);
	if (forms.length === 0) return (text) => text;
	// An encoded form may be in upper or lower case.
	const pattern = new RegExp(forms.map(escape).join('|'), 'gi');
	return (text) => text.replace(pattern, '*****');
}
