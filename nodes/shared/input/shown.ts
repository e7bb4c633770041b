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
