import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { BoundedCache } from '../shared/async/boundedCache';
import { connect } from '../shared/http/connection';
import { isBlank, isObject } from '../shared/input/check';
import { checkChosen, checkIdentifying, isChosen } from '../shared/input/identifier';
import { InputError } from '../shared/input/InputError';
import { searchable } from '../shared/input/text';
import { defaultSettings } from '../shared/node/description/requestOptions';
import { toNodeError } from '../shared/node/nodeError';
import { searchPages } from '../shared/node/searchPages';
import type { Answer } from '../shared/service/exchange';
import { Session } from '../shared/session/session';
import { objectsOf, textsOf } from './answers';
import { inboxify } from './inboxify.service';

/** Names by key and path, cached for 20 s: the editor searches at every keystroke. */
const cachedNames = new BoundedCache<string, string[]>(100, 20_000);

/** Makes a search in a list of names that Inboxify returns at once. */
const searchNames = (
	pathOf: (context: ILoadOptionsFunctions) => string[],
	read: (answer: Answer) => string[],
) =>
	async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		try {
			const path = pathOf(this);
			const session = new Session(async () => await connect(this, inboxify));
			const { key } = await session.connection();
			const cacheKey = JSON.stringify([key, path]);
			let names = cachedNames.get(cacheKey);
			if (!names) {
				names = read(await session.request({ method: 'GET', path }, defaultSettings(inboxify)));
				cachedNames.set(cacheKey, names);
			}
			const typed = searchable(filter);
			const found = names.filter((name) => searchable(name).includes(typed));
			return { results: found.map((name) => ({ name, value: name })) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

/** The value of another resource locator. @throws InputError if it is empty */
function chosen(context: ILoadOptionsFunctions, name: string, label: string): string {
	const locator: unknown = context.getCurrentNodeParameter(name);
	const value: unknown = isObject(locator) ? locator.value : locator;
	// "List is empty" would look like a search result.
	if (isBlank(value)) throw new InputError(`Choose a ${label} first`);
	return isChosen(locator) ? checkChosen(label, value) : checkIdentifying(label, value);
}

const listPath = (context: ILoadOptionsFunctions): string[] => [
	'contacts',
	chosen(context, 'list', 'List'),
];

/** A contact's name with its e-mail address, which tells namesakes apart. */
function contactName({ id, email, companyName, ...contact }: IDataObject): string {
	const { firstName, insertion, lastName } = contact;
	const name = [firstName, insertion, lastName].filter((part) => !isBlank(part)).join(' ');
	const known = [name || companyName, email].filter((text) => !isBlank(text));
	return known.map(String).join(' - ') || String(id);
}

/** Searches of the resource locators. */
export const listSearch = {
	searchLists: searchNames(
		() => ['lists'],
		(answer) => objectsOf(answer).flatMap(({ list }) => String(list ?? '') || []),
	),
	// The API has no search.
	searchContacts: searchPages(inboxify, listPath, contactName),
	searchTags: searchNames(
		(context) => [...listPath(context), chosen(context, 'contactId', 'Contact'), 'tags'],
		textsOf,
	),
};
