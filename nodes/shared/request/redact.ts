/** Shorter values are no secrets, and would blot out ordinary words. */
const SHORTEST_SECRET = 6;

/** Blots out secrets that stand in a text, e.g. a key that a service repeats in its error. */
export function redact(text: string, secrets: string[]): string {
	return secrets
		.filter((secret) => secret.length >= SHORTEST_SECRET)
		.reduce((result, secret) => result.split(secret).join('*****'), text);
}
