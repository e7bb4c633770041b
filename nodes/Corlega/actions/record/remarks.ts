import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../../shared/node/Item';

/** Digits of a KvK number, the number in the Dutch trade register. */
export const KVK_DIGITS = 8;

/** Whether a number lacks the zero at its front, whatever dots, spaces and dashes it has. */
const lacksZero = (kvkNumber: string): boolean =>
	kvkNumber.replace(/[\s.\p{Pd}]/gu, '').length === KVK_DIGITS - 1 &&
	/^[\s.\p{Pd}\d]+$/u.test(kvkNumber);

/**
 * Whether an account number is an IBAN with a right checksum (ISO 13616): with its first four
 * characters at its end, and letters as the numbers from 10, what remains of it modulo 97 is 1.
 */
export function isIban(text: string): boolean {
	const iban = text.replace(/\s/g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
	const turned = iban.slice(4) + iban.slice(0, 4);
	const remainder = [...turned].reduce((rest, character) => {
		const number = parseInt(character, 36);
		return (rest * (number > 9 ? 100 : 10) + number) % 97;
	}, 0);
	return remainder === 1;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Tells what looks like a mistake in a body. Corlega may take it, so it is sent all the same. */
export function remarkOn(item: Item, { kvkNumber, iban }: IDataObject): void {
	if (isText(kvkNumber) && lacksZero(kvkNumber)) {
		item.remark(
			'A KvK number has 8 digits, and this one has 7: a spreadsheet may have taken away the zero at its front. Give it as text',
		);
	}
	if (isText(iban) && !isIban(iban)) {
		item.remark('The checksum of this IBAN is wrong: look for a typing error');
	}
}
