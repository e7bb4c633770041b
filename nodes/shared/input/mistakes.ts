import type { IDataObject } from 'n8n-workflow';

import { isBlank, isObject } from './check';
import { isIban, isVatNumber, KVK_DIGITS, kvkDigits } from './number';
import { identifying } from './text';

type Check = (text: string, record: IDataObject) => string | undefined;

/** Two letters that no Dutch postcode has (PostNL). */
const DUTCH_POSTCODE = /^[1-9]\d{3} ?(?!S[ADS])[A-Z]{2}$/i;

const DUTCH = /^(nld?|nederland|the netherlands|netherlands)$/i;

/** Only a lost zero is told from what Corlega may know otherwise. */
const kvkMistake: Check = (text) =>
	kvkDigits(text)?.length === KVK_DIGITS - 1
		? 'A KvK number has 8 digits, and this one has 7: a spreadsheet may have removed its leading zero. Enter it as text'
		: undefined;

function vatMistake(text: string): string | undefined {
	const compact = text.replace(/[\s.-]/g, '').toUpperCase();
	// Of another country, whose form is not known here.
	if (/^(?!NL)[A-Z]{2}/.test(compact)) return undefined;
	if (!/^NL\d{9}B\d{2}$/.test(compact)) {
		return 'Check the VAT number (btw-nummer): a Dutch one is NL, 9 digits, B and 2 digits, e.g. NL000099998B57. Only its form was checked';
	}
	return isVatNumber(compact)
		? undefined
		: 'The checksum of this VAT number (btw-nummer) is wrong: check it for a typing error';
}

const countryIn = ({ countryCode, country }: IDataObject): unknown =>
	isBlank(countryCode) ? country : countryCode;

/** Nine digits are also a whole number in other countries. */
function phoneMistake(text: string, record: IDataObject): string | undefined {
	const country = countryIn(record);
	if (!/^[1-9]\d{8}$/.test(text.replace(/[\s-]/g, ''))) return undefined;
	if (!isBlank(country) && !DUTCH.test(String(country))) return undefined;
	return 'A Dutch telephone number has 10 digits, and this one has 9: a spreadsheet may have removed its leading zero. Enter it as text';
}

function postcodeMistake(text: string, record: IDataObject): string | undefined {
	const country = countryIn(record);
	const isDutch = isBlank(country) ? /^\d{4} ?[a-z]{2}$/i.test(text) : DUTCH.test(String(country));
	if (!isDutch || DUTCH_POSTCODE.test(text)) return undefined;
	return 'Check the postcode: a Dutch one is 4 digits, not beginning with 0, and 2 letters other than SA, SD and SS, e.g. 1234 AB. Only its form was checked';
}

const ibanMistake: Check = (text) =>
	isIban(text) ? undefined : 'The checksum of this IBAN is wrong: check it for a typing error';

/** The error of a formula, in English or in Dutch, and a long number that was rounded. */
const SPOILT = /^(?:#(?:N\/[AB]|[A-Z]+(?:\/0)?[!?])|\d[.,]?\d*E\+\d+)$/;

const CHECKS: Array<[names: RegExp, check: Check]> = [
	[/^(btwnummer|vatnumber)$/i, vatMistake],
	[/^iban$/i, ibanMistake],
	[/^kvk(number|nummer)$/i, kvkMistake],
	[/^(mobile|phone|telefoon|telephone)$/i, phoneMistake],
	[/^(postalcode|postcode|zipcode)$/i, postcodeMistake],
];

/**
 * Finds numbers of a wrong form in fields of known names, however deep: KvK number, IBAN, VAT number and
 * postcode. Only their form is checked, not whether they exist.
 * @returns sentences without their full stop
 */
export function mistakesIn(record: unknown): string[] {
	if (Array.isArray(record)) return record.flatMap(mistakesIn);
	if (!isObject(record)) return [];
	return Object.entries(record).flatMap(([name, value]) => {
		if (typeof value === 'object') return mistakesIn(value);
		if (isBlank(value)) return [];
		const text = identifying(String(value));
		if (SPOILT.test(text)) return `${name} is ${text}, which a spreadsheet made of another value`;
		const check = CHECKS.find(([names]) => names.test(name))?.[1];
		return check?.(text, record) ?? [];
	});
}
