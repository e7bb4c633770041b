import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkText, isBlank, isIdentifier } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';
import { identifying } from '../shared/input/text';
import type { Item } from '../shared/node/Item';

/** Most characters of a tag (Inboxify's document). */
export const MAX_TAG = 32;

/** A tag between quotation marks, up to the next separator. */
const QUOTED = String.raw`"(?:[^"\\]|""|\\.)*"|'[^']*'(?=\s*(?:[,;\n]|$))`;

const PARTS = new RegExp(String.raw`\s*(${QUOTED}|[^,;\n]+)\s*(?:(?<=["']\s*);)?`, 'g');

const unquoted = (text: string): string => {
	const [, double, single, curly] = /^\s*(?:"(.*)"|'(.*)'|“(.*)”)\s*$/s.exec(text) ?? [];
	return double === undefined ? (single ?? curly ?? text.trim()) : double.replace(/""|\\"/g, '"');
};

/** Splits text with tags: JSON, a list of another language or database, or a row of a file. */
function split(text: string): unknown[] {
	try {
		const list: unknown = JSON.parse(text);
		if (Array.isArray(list)) return list;
		if (typeof list === 'string' && list.startsWith('[')) return split(list);
	} catch {
		// It is not JSON.
	}
	const inner = /^\[(.*)\]$|^\{(.*)\}$/s.exec(text);
	const row = inner?.[1] ?? inner?.[2] ?? text;
	return [...row.matchAll(PARTS)].map(([, part]) => part.replace(/^[-*•]\s+/, ''));
}

export const tagsField: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	placeholder: 'e.g. Merk A, Merk B',
	description:
		'Tags separated by commas or semicolons, or an array. Each tag has at most 32 characters.',
};

/**
 * Reads tags from an array, a list as text, or text separated by commas, semicolons or line
 * breaks, quoted or not. Empty tags are left out.
 * @throws InputError for a tag that is too long or is not text
 */
export function readTags(value: unknown): string[] {
	if (isBlank(value)) return [];
	const parts: unknown[] = Array.isArray(value) ? value : split(checkText('Tags', value));
	const tags = parts
		.filter((part) => !isBlank(part))
		.map((part) => checkText('A tag', identifying(unquoted(checkText('A tag', part))), MAX_TAG));
	return [...new Set(tags.filter((tag) => !isBlank(tag)))];
}

export const tagsOption: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'options',
	options: [
		{ name: 'Add', value: 'add', description: 'Keep the current tags' },
		{ name: 'Replace', value: 'replace', description: 'Remove the current tags' },
	],
	default: 'add',
	description:
		'What to do with the current tags of a contact if you give tags. If Empty Values clears Tags, all its tags are removed.',
};

/** Reads the Tags option. @throws InputError */
export const addsTags = (item: Item): boolean => item.option<string>(tagsOption) === 'add';

export const tagsOf = ({ tags }: IDataObject): string[] =>
	(Array.isArray(tags) ? (tags as unknown[]) : []).filter(isIdentifier).map(String);

/** Adds the tags that a contact does not have yet, ignoring letter case. */
export function joinTags(current: string[], added: string[]): string[] {
	const keyOf = (tag: string) => identifying(tag).toLowerCase();
	const known = new Set(current.map(keyOf));
	return [...current, ...added.filter((tag) => !known.has(keyOf(tag)))];
}

/** Reads tags, at least one. @throws InputError */
export function requireTags(value: unknown): string[] {
	const tags = readTags(value);
	if (tags.length === 0) throw new InputError('Tags is empty', 'Fill in at least one tag.');
	return tags;
}
