import { checkText, isBlank } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';

/** Inboxify's document: at most 32 characters a tag. */
export const LONGEST_TAG = 32;

/**
 * Reads tags: text with commas between them, or an array of texts. What is empty among them is
 * left out.
 * @throws InputError for a tag that is too long or no text
 */
export function readTags(value: unknown): string[] {
	if (isBlank(value)) return [];
	const parts: unknown[] = Array.isArray(value) ? value : checkText('Tags', value).split(',');
	return parts
		.filter((part) => part !== null && part !== undefined)
		.map((part) => checkText('A tag', typeof part === 'string' ? part.trim() : part, LONGEST_TAG))
		.filter(Boolean);
}

/** Reads tags of which there must be at least one. @throws InputError */
export function requireTags(value: unknown): string[] {
	const tags = readTags(value);
	if (tags.length === 0) throw new InputError('Tags is empty', 'Fill in at least one tag.');
	return tags;
}
