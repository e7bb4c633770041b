import type { IDataObject } from 'n8n-workflow';

import { checkRequired } from '../../../shared/input/check';
import { addressIn, checkAddress } from '../../../shared/input/email';
import { InputError } from '../../../shared/input/InputError';
import { checkKvkNumber, KVK_DIGITS, kvkDigits } from '../../../shared/input/number';
import { identifying } from '../../../shared/input/text';

/** The fields that a contact can be matched on, in words. */
export const MATCH_NAMES = { email: 'e-mail address', kvkNumber: 'KvK number' } as const;

type MatchField = keyof typeof MATCH_NAMES;

export const MATCH_FIELDS = Object.keys(MATCH_NAMES) as MatchField[];

/** What identifies a contact. */
export interface MatchKey {
	field: MatchField;
	/** E.g. `email info@x.nl`: equal for values that mean the same. */
	key: string;
}

/** The match key of a value; undefined if it is empty. */
export function matchKey(field: MatchField, value: unknown): string | undefined {
	if (!['string', 'number', 'bigint'].includes(typeof value)) return undefined;
	const text = identifying(String(value));
	const normal = field === 'email' ? addressIn(text) : kvkDigits(text);
	return text === '' ? undefined : `${field} ${(normal ?? text).toLowerCase()}`;
}

export const matchKeys = (contact: IDataObject): string[] =>
	MATCH_FIELDS.flatMap((field) => matchKey(field, contact[field]) ?? []);

/** Checks a match value. @returns it normalised @throws InputError */
export function checkMatchValue(field: MatchField, value: unknown, name = 'Match Value'): string {
	const label = `${name} (${MATCH_NAMES[field]})`;
	checkRequired(label, value);
	return field === 'email' ? checkAddress(label, value) : checkKvkNumber(label, value, false);
}

/**
 * Checks a KvK number that matched nothing. A number, unlike text, may have lost its leading zero,
 * so the contact may exist.
 * @throws InputError
 */
export function checkLeadingZero(field: MatchField, value: unknown): void {
	if (field !== 'kvkNumber' || typeof value !== 'number') return;
	const digits = String(value);
	if (digits.length >= KVK_DIGITS) return;
	throw new InputError(
		`No contact has the KvK number ${digits}, and it has ${digits.length} digits where a KvK number has ${KVK_DIGITS}`,
		`A number loses its leading zeros. Enter it as text, e.g. "${digits.padStart(KVK_DIGITS, '0')}".`,
	);
}
