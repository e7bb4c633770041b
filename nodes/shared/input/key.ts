import { isBlank } from './check';
import { InputError } from './InputError';

/**
 * A key of a credential, without white space around it, as it is easily pasted.
 * @param field as the credential names it
 * @param isInHeader it is sent as it is, so it must be of characters that a header can hold
 * @throws InputError
 */
export function checkKey(field: string, value: unknown, isInHeader = true): string {
	if (isBlank(value)) {
		throw new InputError(
			`The ${field} in the credential is empty`,
			`Open the credential and enter the ${field}.`,
		);
	}
	const key = String(value).trim();
	const isSound = isInHeader ? /^[\x20-\x7e]+$/.test(key) : !/[\p{Cc}\p{Cf}]/u.test(key);
	if (isSound) return key;
	throw new InputError(
		`The ${field} in the credential holds a character that no key has`,
		'Copy it again from where you created it: a line break or an invisible character may have been copied too.',
	);
}
