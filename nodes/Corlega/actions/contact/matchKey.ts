import type { IDataObject } from 'n8n-workflow';

import { checkRequired } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { shown } from '../../../shared/input/shown';
import { KVK_DIGITS } from '../record/remarks';

/** Fields that tell a contact from another, as users know them. */
export const MATCH_LABELS = { email: 'Email', kvkNumber: 'KvK Number' } as const;

export type MatchField = keyof typeof MATCH_LABELS;

export const MATCH_FIELDS = Object.keys(MATCH_LABELS) as MatchField[];

/** Characters that can't be seen, such as a zero width space. */
const INVISIBLE = /\p{Cf}/gu;

const SPELLINGS: Record<MatchField, (text: string) => string> = {
	email: (text) => text.trim(),
	kvkNumber: (text) => text.replace(/[\s.\p{Pd}\u2212]/gu, ''),
};

/**
 * What two values have in common that mean the same: an e-mail address whatever its case and the
 * spaces around it, a KvK number whatever its dots, spaces and dashes. A number that has lost a
 * leading zero is another number.
 * @returns e.g. `email info@x.nl`; undefined for what says nothing
 */
export function matchKey(field: MatchField, value: unknown): string | undefined {
	if (!['string', 'number', 'bigint'].includes(typeof value)) return undefined;
	const text = SPELLINGS[field](String(value).replace(INVISIBLE, ''));
	return text === '' ? undefined : `${field} ${text.normalize('NFC').toLowerCase()}`;
}

/** All keys of a contact. */
export const matchKeys = (contact: IDataObject): string[] =>
	MATCH_FIELDS.flatMap((field) => matchKey(field, contact[field]) ?? []);

/**
 * Checks the value that a contact is looked for by.
 * @returns it without spaces around it
 * @throws InputError where it can't be such a value, e.g. the text `undefined`
 */
export function checkMatchValue(field: MatchField, value: unknown): string {
	const label = `Match Value (${MATCH_LABELS[field]})`;
	const text = checkRequired(label, value);
	const isRight = field === 'email' ? /\S@\S/.test(text) : /\d/.test(text);
	if (isRight) return text;
	const what = field === 'email' ? 'an e-mail address' : 'a KvK number';
	throw new InputError(`${label} must be ${what}, but is "${shown(text)}"`);
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
