import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BoundedCache } from '../shared/async/boundedCache';
import { isBlank, isObject } from '../shared/input/check';
import { checkChosen, checkIdentifying, isChosen } from '../shared/input/identifier';
import { InputError } from '../shared/input/InputError';
import { searchable } from '../shared/input/text';
import { connect } from '../shared/http/connection';
import { toNodeError } from '../shared/node/nodeError';
import { defaultSettings } from '../shared/node/description/requestOptions';
import { searchPages } from '../shared/node/searchPages';
import type { Answer } from '../shared/service/exchange';
import { Session } from '../shared/session/session';
import { objectsOf, textsOf } from './answers';
import { inboxify } from './inboxify.service';

/** How long names are remembered, in milliseconds: the editor searches at every keystroke. */
const LIFETIME = 20_000;

/** Names that were asked for, by the hash of the key that may see them and the path. */
const recent = new BoundedCache<string, string[]>(100, LIFETIME);

/** Names that are told in one answer. */
async function namesAt(
	context: ILoadOptionsFunctions,
	path: string[],
	read: (answer: Answer) => string[],
): Promise<string[]> {
	const session = new Session(async () => await connect(context, inboxify));
	const { key } = await session.connection();
	const asked = JSON.stringify([key, path]);
	const known = recent.get(asked);
	if (known) return known;
	const names = read(await session.request({ method: 'GET', path }, defaultSettings(inboxify)));
	recent.set(asked, names);
	return names;
}

/** Makes a search among names. */
const searchNames = (
	pathOf: (context: ILoadOptionsFunctions) => string[],
	read: (answer: Answer) => string[],
) =>
	async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		try {
			const names = await namesAt(this, pathOf(this), read);
			const typed = searchable(filter);
			const found = names.filter((name) => searchable(name).includes(typed));
			return { results: found.map((name) => ({ name, value: name })) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

/** What is chosen in another resource locator. @throws InputError where that is nothing */
function chosen(context: ILoadOptionsFunctions, name: string, label: string): string {
	const locator: unknown = context.getCurrentNodeParameter(name);
	const value: unknown = isObject(locator) ? locator.value : locator;
	// Above a list that stays empty, "List is empty" would read as what was found.
	if (isBlank(value)) throw new InputError(`Choose a ${label} first`);
	return isChosen(locator) ? checkChosen(label, value) : checkIdentifying(label, value);
}

const listPath = (context: ILoadOptionsFunctions): string[] => [
	'contacts',
	chosen(context, 'list', 'List'),
];

const tagsPath = (context: ILoadOptionsFunctions): string[] => [
	...listPath(context),
	chosen(context, 'contactId', 'Contact'),
	'tags',
];

/** A contact by its name, with its e-mail address to tell namesakes apart. */
function contactName(contact: IDataObject): string {
	const { firstName, insertion, lastName, companyName, email } = contact;
	const name = [firstName, insertion, lastName].filter((part) => !isBlank(part)).join(' ');
	const known = [name || companyName, email].filter((text) => !isBlank(text));
	return known.length > 0 ? known.map(String).join(' - ') : String(contact.id);
}

/** Searches of the resource locators. */
export const listSearch = {
	searchLists: searchNames(
		() => ['lists'],
		(answer) =>
			objectsOf(answer)
				.map(({ list }) => String(list ?? ''))
				.filter((name) => name !== ''),
	),
	// The API has no search: pages are filtered as they come.
	searchContacts: searchPages(inboxify, listPath, contactName),
	searchTags: searchNames(tagsPath, textsOf),
};
