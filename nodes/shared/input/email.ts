import { checkRequired, checkText } from './check';
import { InputError, mismatch, shown } from './InputError';
import { identifying } from './text';

/** An address by itself: no white space, brackets or separators, and a domain of labels. */
const ADDRESS = /^[^\s@<>()[\],;:]+@(?:[\p{L}\p{M}\p{N}_-]+\.)*[\p{L}\p{M}\p{N}_-]+$/u;

/** Longer text is no address, nor one with a name (RFC 5321 has 254 for an address). */
const LONGEST = 1_000;

/** What is around an address: quotation marks, and what ends a sentence or a list. */
const AROUND = /^(["']?)(.*?)\1[.,;:!?]*$/s;

const tidy = (part: string): string => {
	const [, , inner = part] = AROUND.exec(part.replace(/^mailto:/i, '')) ?? [];
	return inner.replace(/^[“”„«»‹›‘`{"]+|[“”„«»‹›’`}.,;:!?"]+$/g, '');
};

/** A value without what can't be seen, and without what a link asks of the mail program. */
const plain = (value: string): string =>
	identifying(value).replace(/(mailto:[^\s?<>()]*)\?[^\s<>()"]*/gi, '$1');

/** All addresses in a text, each once whatever its capitals. */
function addressesIn(text: string): string[] {
	if (text.length > LONGEST) return [];
	const found = new Map<string, string>();
	for (const part of text.split(/[\s<>()[\],;]+|mailto:/i)) {
		const address = tidy(part);
		const key = address.toLowerCase();
		if (ADDRESS.test(address) && !found.has(key)) found.set(key, address);
	}
	return [...found.values()];
}

/** Whether words without brackets surround the address, so that it may be only part of one. */
function hasLooseWords(text: string, address: string): boolean {
	if (/<[^<>]*@[^<>]*>/.test(text)) return false;
	const others = text.toLowerCase().replaceAll(address.toLowerCase(), '');
	const rest = others.replace(/\([^)]*\)|mailto:/g, '');
	return /[\p{L}\p{N}@]/u.test(rest);
}

/**
 * The e-mail address in a value as people have it: `Jan <jan@voorbeeld.nl>`, `mailto:jan@…`,
 * `jan@…,`, or the address alone.
 * @returns undefined where it holds no address, several, or words that may belong to it
 */
export function addressIn(value: string): string | undefined {
	if (value.length > LONGEST) return undefined;
	const text = plain(value);
	const whole = tidy(text);
	if (ADDRESS.test(whole)) return whole;
	const [address, ...others] = addressesIn(text);
	if (address === undefined || others.length > 0) return undefined;
	return hasLooseWords(text, address) ? undefined : address;
}

/**
 * An e-mail address, taken out of what surrounds it.
 * @param maximum most characters of the address
 * @throws InputError where there is none, and where there are several
 */
export function checkAddress(field: string, value: unknown, maximum?: number): string {
	const given = checkRequired(field, value);
	const text = given.length > LONGEST ? given : plain(given);
	const address = addressIn(text);
	if (address !== undefined) return checkText(field, address, maximum);
	const { length } = addressesIn(text);
	if (length > 1) {
		throw new InputError(
			`${field} holds ${length} e-mail addresses: "${shown(text)}"`,
			'Give one address for each item, e.g. with a Split Out node before this one.',
		);
	}
	throw mismatch(field, 'an e-mail address', text, 'Give one address, e.g. jan@voorbeeld.nl.');
}
