import { InputError } from './InputError';

/** Checks that an update changes something. @throws InputError */
export function checkNotEmpty<T extends object>(field: string, body: T): T {
	if (Object.keys(body).length === 0) {
		throw new InputError(`${field} is empty`, `Add at least one field under ${field}.`);
	}
	return body;
}
