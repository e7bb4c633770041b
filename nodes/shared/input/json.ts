/** A string or a number of JSON; what is in a string is no number. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;

/** Digits that JavaScript surely holds of a number. */
const SAFE_DIGITS = 15;

/** Whether a number, once read, would be written with other digits. */
function isChanged(token: string): boolean {
	const digits = token.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '');
	return digits.length > SAFE_DIGITS && String(Number(token)) !== token;
}

/** The first number in a text of JSON that JavaScript can't hold exactly; undefined: none. */
export function inexactNumber(text: string): string | undefined {
	if (!/\d{8}/.test(text)) return undefined;
	return text.match(TOKENS)?.find((token) => !token.startsWith('"') && isChanged(token));
}

/**
 * Reads JSON. A whole number beyond 2^53 becomes its digits as text, so that two IDs that big stay
 * two.
 * @throws SyntaxError
 */
export function parseExact(text: string): unknown {
	// What is between quotation marks, such as an OIN, needs no second look.
	if (!/(?:^|[[:,])\s*-?\d{16}/.test(text)) return JSON.parse(text);
	const exact = text.replace(TOKENS, (token) =>
		/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
	);
	return JSON.parse(exact);
}
