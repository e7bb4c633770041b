/**
 * Input that cannot be right, found before a request is sent.
 * `message` names the field and what is wrong with it, `description` says what to do.
 */
export class InputError extends Error {
	/** Tells it apart after n8n has wrapped it in an error of its own. */
	static readonly code = 'ERR_INPUT';

	readonly code = InputError.code;

	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
		this.name = 'InputError';
	}
}

/** Most characters of a value that are shown. */
const LONGEST = 60;

/** JSON, also of what JSON itself has no form for. */
function toJson(value: object): string {
	try {
		return JSON.stringify(value, (_, part: unknown) =>
			typeof part === 'bigint' ? String(part) : part,
		);
	} catch {
		return 'an object';
	}
}

/** A value as a user would recognise it in an error, cut where it is long. */
export function shown(value: unknown): string {
	const isObject = typeof value === 'object' && value !== null;
	const text = String(isObject ? toJson(value) : value);
	return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
}

/** Makes the error of a value other than a field takes. @param expected e.g. `20 digits` */
export const mismatch = (
	field: string,
	expected: string,
	value: unknown,
	advice?: string,
): InputError => new InputError(`${field} must be ${expected}, but is "${shown(value)}"`, advice);
