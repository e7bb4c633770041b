import { checkRequired, checkText } from './check';
import { mismatch } from './InputError';
import { identifying } from './text';

/** Digits of a KvK number, the number in the Dutch trade register. */
export const KVK_DIGITS = 8;

/** Digits of an RSIN, the number of a legal entity. */
const RSIN_DIGITS = 9;

/** What people write before a number: a country, the name of its register, "number". */
const KVK_LABEL =
	/^(?:(?:nl|kvk|k\.v\.k\.?|kamer van koophandel|coc|nummer|number|nr|no)[\s.:#_-]*)+(?=\d)/i;
const OIN_LABEL = /^(?:(?:oin|nummer|number|nr|no|0190(?=:))[\s.:#_-]*)+(?=\d)/i;
const RSIN_LABEL = /^(?:(?:rsin|fiscaal nummer|nummer|number|nr|no)[\s.:#_-]*)+(?=\d)/i;
const IBAN_LABEL = /^iban[\s.:#_-]+/i;

const SEPARATORS = /[\s./\p{Pd}\u2212]/gu;

/** Scientific notation as a spreadsheet shows a wide number, where it has all digits. */
function expand(text: string): string {
	const match = /^(\d)[.,](\d+)e\+?(\d+)$/i.exec(text);
	return match && match[2].length === Number(match[3]) ? match[1] + match[2] : text;
}

/** Longer text is no number. */
const LONGEST = 100;

/** A number that a spreadsheet or a database gave decimals it does not have, e.g. `12345678.0`. */
export const withoutDecimals = (text: string): string =>
	text.length > LONGEST
		? identifying(text)
		: expand(identifying(text).replace(/^(\d[\d ]*)\.0+$|^(\d[\d. ]*),0+$/, '$1$2'));

/** A number without its label, the apostrophe of a spreadsheet, and a remark in brackets. */
const unlabelled = (text: string, label: RegExp): string =>
	text.length > LONGEST
		? identifying(text)
		: withoutDecimals(
				identifying(text)
					.normalize('NFKC')
					.replace(/^'/, '')
					.replace(/\s*\([^)\d]*\)$/, '')
					.replace(label, ''),
			);

const bare = (text: string, label: RegExp): string =>
	unlabelled(text, label).replace(SEPARATORS, '');

/** A KvK number without its label, as it is written otherwise; text that is none is normalised. */
export const kvkText = (value: string): string =>
	kvkDigits(value) === undefined ? identifying(value) : unlabelled(value, KVK_LABEL);

/**
 * The digits of a KvK number as people write it: `KvK 12345678`, `NL 12345678`, `12345678.0`,
 * `12.34.56.78`.
 * @returns up to 8 digits, as a leading zero may be lost; undefined for anything else
 */
export function kvkDigits(value: string): string | undefined {
	const digits = bare(value, KVK_LABEL);
	return new RegExp(`^\\d{1,${KVK_DIGITS}}$`).test(digits) ? digits : undefined;
}

/**
 * A telephone number or the like, which a spreadsheet may have taken for a number, or marked as text.
 * @throws InputError for what is no text, and beyond `maximum` characters
 */
export const checkNumberText = (field: string, value: unknown, maximum?: number): string =>
	checkText(field, withoutDecimals(checkText(field, value).replace(/^'/, '')), maximum);

/**
 * A KvK number.
 * @param isWhole whether all 8 digits must be there; otherwise a leading zero may be missing, and
 *   more than one of what came as a number
 * @returns its digits
 * @throws InputError
 */
export function checkKvkNumber(field: string, value: unknown, isWhole = true): string {
	const text = checkText(field, value);
	const digits = kvkDigits(text);
	const fewest = typeof value === 'number' ? 1 : KVK_DIGITS - 1;
	if (digits !== undefined && digits.length >= (isWhole ? KVK_DIGITS : fewest)) return digits;
	throw mismatch(field, `${KVK_DIGITS} digits`, text);
}

/**
 * An RSIN, the number of a legal entity. A spreadsheet may have cut its leading zeros; then its check
 * digit must be right.
 * @returns its 9 digits
 * @throws InputError
 */
export function checkRsin(field: string, value: unknown): string {
	const text = checkText(field, value);
	const digits = bare(text, RSIN_LABEL);
	if (/^\d{9}$/.test(digits)) return digits;
	const whole = digits.padStart(RSIN_DIGITS, '0');
	if (/^\d{6,8}$/.test(digits) && passesElevenTest(whole)) return whole;
	throw mismatch(field, `${RSIN_DIGITS} digits`, text);
}

/** Weighted 9 to 2, and the last digit -1, the digits of an RSIN add up to a multiple of 11. */
const passesElevenTest = (digits: string): boolean =>
	[...digits].reduce((sum, digit, at) => sum + Number(digit) * (at === 8 ? -1 : 9 - at), 0) % 11 ===
	0;

/**
 * An OIN: 20 digits, of which the main number may hold letters (Logius' OIN standard).
 * `OIN 0000…` and Peppol's `0190:0000…` give the same.
 * @returns with its letters as capitals, as the registers that they come from write them
 * @throws InputError
 */
export function checkOin(value: unknown): string {
	const text = checkRequired('OIN', value);
	const oin = bare(text, OIN_LABEL);
	const isNumber = typeof value === 'number' || /^\d(?:[.,]\d+)?e\+?\d+$/i.test(text);
	// Without a digit it is a name.
	if (!isNumber && /^(?=.*\d)[\da-z]{20}$/i.test(oin)) return oin.toUpperCase();
	const advice = isNumber
		? 'It came as a number, which loses zeros and digits: give it as text.'
		: undefined;
	throw mismatch('OIN', '20 digits or letters', text, advice);
}

/**
 * Whether an account number is an IBAN with a right checksum (ISO 13616): with its first four
 * characters at its end, and letters as the numbers from 10, what remains of it modulo 97 is 1.
 */
export function isIban(text: string): boolean {
	const iban = bare(text, IBAN_LABEL).toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
	return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** The remainder modulo 97 of text whose letters are the numbers from 10 (ISO 7064). */
const remainder97 = (text: string): number =>
	[...text].reduce((rest, character) => {
		const number = parseInt(character, 36);
		return (rest * (number > 9 ? 100 : 10) + number) % 97;
	}, 0);

/**
 * Whether a Dutch VAT number has a right checksum: that of an RSIN in its digits, or since 2020 for sole
 * traders a remainder of 1 modulo 97.
 * @param text NL, 9 digits, B and 2 digits
 */
export const isVatNumber = (text: string): boolean =>
	remainder97(text) === 1 || passesElevenTest(text.slice(2, 11));

/** An IBAN without its label; its spaces and capitals stay. @throws InputError for what is no text */
export const checkIban = (field: string, value: unknown): string =>
	identifying(checkText(field, value)).replace(IBAN_LABEL, '');
