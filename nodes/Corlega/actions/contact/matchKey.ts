import type { IDataObject } from 'n8n-workflow';

import { checkRequired } from '../../../shared/input/check';
import { addressIn, checkAddress } from '../../../shared/input/email';
import { InputError } from '../../../shared/input/InputError';
import { checkKvkNumber, KVK_DIGITS, kvkDigits } from '../../../shared/input/number';
import { identifying } from '../../../shared/input/text';

/** Fields that tell a contact from another, as users know them. */
export const MATCH_LABELS = { email: 'Email', kvkNumber: 'KvK Number' } as const;

export type MatchField = keyof typeof MATCH_LABELS;

export const MATCH_FIELDS = Object.keys(MATCH_LABELS) as MatchField[];

/** A value as it is compared and sent; as it is written where it is of no known form. */
const NORMAL: Record<MatchField, (text: string) => string | undefined> = {
	email: addressIn,
	kvkNumber: kvkDigits,
};

/**
 * What two values have in common that mean the same: an e-mail address or a KvK number, whatever its
 * capitals and what people write around it. A number that has lost a leading zero is another number.
 * @returns e.g. `email info@x.nl`; undefined for what says nothing
 */
export function matchKey(field: MatchField, value: unknown): string | undefined {
	if (!['string', 'number', 'bigint'].includes(typeof value)) return undefined;
	const text = identifying(String(value));
	return text === '' ? undefined : `${field} ${(NORMAL[field](text) ?? text).toLowerCase()}`;
}

/** All keys of a contact. */
export const matchKeys = (contact: IDataObject): string[] =>
	MATCH_FIELDS.flatMap((field) => matchKey(field, contact[field]) ?? []);

/**
 * Checks the value that a contact is looked for by.
 * @returns it without what people write around it
 * @throws InputError where it can't be such a value, e.g. the text `undefined`
 */
export function checkMatchValue(field: MatchField, value: unknown): string {
	const label = `Match Value (${MATCH_LABELS[field]})`;
	checkRequired(label, value);
	return field === 'email' ? checkAddress(label, value) : checkKvkNumber(label, value, false);
}

/**
 * Checks that a KvK number by which nothing was found can be the number of a new contact: one that
 * came as a number, not as text, may have lost its leading zero, and the contact may exist.
 * @throws InputError
 */
export function checkLeadingZero(field: MatchField, value: unknown): void {
	if (field !== 'kvkNumber' || typeof value !== 'number') return;
	const digits = String(value);
	if (digits.length >= KVK_DIGITS) return;
	throw new InputError(
		`No contact has the KvK number ${digits}, and it has ${digits.length} digits where a KvK number has ${KVK_DIGITS}`,
		`It came as a number, which loses its leading zeros: give it as text, e.g. "${digits.padStart(KVK_DIGITS, '0')}".`,
	);
}
