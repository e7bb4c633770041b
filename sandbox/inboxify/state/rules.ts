/** Maximum lengths in characters, by the document. */
const textLimits: Record<string, number> = {
	email: 50,
	companyName: 100,
	firstName: 50,
	insertion: 20,
	lastName: 50,
	address: 70,
	postalCode: 15,
	city: 50,
	countryCode: 3,
	telephone: 20,
	mobile: 20,
	remarks: 500,
	free1: 50,
	free2: 50,
	free3: 50,
};
const listLimit = 25;
const tagLimit = 32;
const textFields = Object.entries(textLimits);

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What is wrong with a contact that was sent, or null. The document gives lengths and the values of
 * `sex`; that a wrong type is an error, and other fields are ignored, is the sandbox's choice.
 */
export function problemOf(sent: Record<string, unknown>): string | null {
	for (const [field, limit] of textFields) {
		const value = sent[field];
		if (value === undefined) continue;
		if (typeof value !== 'string') return `${field} must be text`;
		if (value.length > limit) return `${field} is longer than ${limit} characters`;
	}
	const { list, email, sex, customDate, unsubscribed, tags } = sent;
	if (list !== undefined && (typeof list !== 'string' || list.length > listLimit)) {
		return `list must be text of at most ${listLimit} characters`;
	}
	if (email !== undefined && !isEmail(email)) return 'email is not an e-mail address';
	if (sex !== undefined && !isSex(sex)) return 'sex must be 0, 1 or 2';
	if (customDate !== undefined && customDate !== null && !isDate(customDate)) {
		return 'customDate must be a date in format yyyy-mm-dd';
	}
	if (unsubscribed !== undefined && typeof unsubscribed !== 'boolean') {
		return 'unsubscribed must be true or false';
	}
	return tags === undefined ? null : problemOfTags(tags);
}

export function problemOfTags(tags: unknown): string | null {
	if (!Array.isArray(tags)) return 'tags must be an array of strings';
	for (const tag of tags) {
		if (typeof tag !== 'string' || tag === '') return 'a tag must be text';
		if (tag.length > tagLimit) return `a tag is longer than ${tagLimit} characters`;
	}
	return null;
}

const isEmail = (value: unknown): boolean =>
	typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value);

/** As a number or as text, which Inboxify's own PHP client sends. */
function isSex(value: unknown): boolean {
	return typeof value === 'string'
		? /^[012]$/.test(value)
		: value === 0 || value === 1 || value === 2;
}

function isDate(value: unknown): boolean {
	if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
	const date = new Date(`${value}T00:00:00Z`);
	// A day that the month does not have moves on to the next month.
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
