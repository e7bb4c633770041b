import { checkText } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';

/** Inboxify's document: at most 32 characters a tag. */
const LONGEST_TAG = 32;

/**
 * Reads tags: text with commas between them, or an array of texts.
 * @throws InputError for a tag that is too long or no text
 */
export function readTags(value: unknown): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : checkText('Tags', value).split(',');
	return parts
		.map((part) => checkText('A tag', typeof part === 'string' ? part.trim() : part, LONGEST_TAG))
		.filter(Boolean);
}

/** Reads tags of which there must be at least one. @throws InputError */
export function requireTags(value: unknown): string[] {
	const tags = readTags(value);
	if (tags.length === 0) throw new InputError('Tags is empty', 'Fill in at least one tag.');
	return tags;
}
