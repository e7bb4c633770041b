import { checkText, isBlank } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';
import { identifying } from '../shared/input/text';

/** Inboxify's document: at most 32 characters a tag. */
export const LONGEST_TAG = 32;

/** A tag between quotation marks, up to the next separator. */
const QUOTED = String.raw`"(?:[^"\\]|""|\\.)*"|'[^']*'(?=\s*(?:[,;\n]|$))`;

const PARTS = new RegExp(String.raw`\s*(${QUOTED}|[^,\n]+)\s*(?:(?<=["']\s*);)?`, 'g');

/** Text without the quotation marks around all of it. */
const unquoted = (text: string): string => {
	const [, double, single = text.trim()] = /^\s*(?:"(.*)"|'(.*)')\s*$/s.exec(text) ?? [];
	return double === undefined ? single : double.replace(/""|\\"/g, '"');
};

/** The tags in a text: JSON, the list of another language or database, or a row of a file. */
function split(text: string): unknown[] {
	try {
		const list: unknown = JSON.parse(text);
		if (Array.isArray(list)) return list;
		if (typeof list === 'string' && list.startsWith('[')) return split(list);
	} catch {
		// It is no JSON.
	}
	const inner = /^\[(.*)\]$|^\{(.*)\}$/s.exec(text);
	const row = inner?.[1] ?? inner?.[2] ?? text;
	return [...row.matchAll(PARTS)].map(([, part]) => part.replace(/^[-*•]\s+/, ''));
}

/**
 * Reads tags: text with commas or line breaks between them, with quotation marks or without, a list
 * as text, or an array of texts. What is empty among them is left out.
 * @throws InputError for a tag that is too long or no text
 */
export function readTags(value: unknown): string[] {
	if (isBlank(value)) return [];
	const parts: unknown[] = Array.isArray(value) ? value : split(checkText('Tags', value));
	const tags = parts
		.filter((part) => !isBlank(part))
		.map((part) =>
			checkText('A tag', identifying(unquoted(checkText('A tag', part))), LONGEST_TAG),
		);
	return [...new Set(tags.filter(Boolean))];
}

/** Reads tags of which there must be at least one. @throws InputError */
export function requireTags(value: unknown): string[] {
	const tags = readTags(value);
	if (tags.length === 0) throw new InputError('Tags is empty', 'Fill in at least one tag.');
	return tags;
}
