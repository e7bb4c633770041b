import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkOneOf, checkText, isBlank, isIdentifier } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';
import { identifying } from '../shared/input/text';

/** Inboxify's document: at most 32 characters a tag. */
export const LONGEST_TAG = 32;

/** A tag between quotation marks, up to the next separator. */
const QUOTED = String.raw`"(?:[^"\\]|""|\\.)*"|'[^']*'(?=\s*(?:[,;\n]|$))`;

const PARTS = new RegExp(String.raw`\s*(${QUOTED}|[^,\n]+)\s*(?:(?<=["']\s*);)?`, 'g');

/** Text without the quotation marks around all of it. */
const unquoted = (text: string): string => {
	const [, double, single, curly] = /^\s*(?:"(.*)"|'(.*)'|“(.*)”)\s*$/s.exec(text) ?? [];
	return double === undefined ? (single ?? curly ?? text.trim()) : double.replace(/""|\\"/g, '"');
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

/** Whether given tags are added to those of a contact, or take their place. */
export const tagsOption: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'options',
	options: [
		{
			name: 'Add',
			value: 'add',
			description: 'A contact that exists keeps the tags that it has',
		},
		{
			name: 'Replace',
			value: 'replace',
			description: 'A contact that exists has no other tags afterwards',
		},
	],
	default: 'add',
	description:
		'What becomes of the tags that a contact has, where tags are given. Tags that are emptied with Empty Values are taken off in any case.',
};

/** Whether tags are added, as the option says. @throws InputError */
export const addsTags = ({ tags }: IDataObject): boolean =>
	checkOneOf('Tags', isBlank(tags) ? 'add' : tags, ['add', 'replace']) === 'add';

/** The tags of a contact as Inboxify answered it. */
export const tagsOf = ({ tags }: IDataObject): string[] =>
	(Array.isArray(tags) ? (tags as unknown[]) : []).filter(isIdentifier).map(String);

/** The tags that a contact has, and those among others that it lacks, whatever their capitals. */
export function joinTags(has: string[], others: string[]): string[] {
	const keyOf = (tag: string) => identifying(tag).toLowerCase();
	const known = new Set(has.map(keyOf));
	return [...has, ...others.filter((tag) => !known.has(keyOf(tag)))];
}

/** Reads tags of which there must be at least one. @throws InputError */
export function requireTags(value: unknown): string[] {
	const tags = readTags(value);
	if (tags.length === 0) throw new InputError('Tags is empty', 'Fill in at least one tag.');
	return tags;
}
