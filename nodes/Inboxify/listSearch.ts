import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';

import { isBlank, isObject } from '../shared/input/check';
import { checkIdentifying, isChosen } from '../shared/input/identifier';
import { InputError } from '../shared/input/InputError';
import { defaultSettings } from '../shared/node/description/requestOptions';
import {
	choice,
	listSearch as searchOf,
	type ReadPage,
	readPages,
} from '../shared/node/listSearch';
import type { Answer } from '../shared/service/exchange';
import { objectsOf, textsOf } from './answers';
import { inboxify } from './inboxify.service';

/** Reads a list that comes in one answer. */
const readNames =
	(namesOf: (answer: Answer) => unknown[]): ReadPage =>
	async (session, { path }) => {
		const answer = await session.request({ method: 'GET', path }, defaultSettings(inboxify));
		const choices = namesOf(answer).map((name) => choice(name));
		return { choices: choices.filter(({ value }) => value !== ''), left: 0 };
	};

/** What is chosen in another resource locator. @throws InputError where that is nothing */
function chosen(context: ILoadOptionsFunctions, name: string, label: string): string {
	const locator: unknown = context.getCurrentNodeParameter(name);
	const value: unknown = isObject(locator) ? locator.value : locator;
	// The editor would show an empty list as "No results".
	if (isBlank(value)) throw new InputError(`Choose a ${label} first`);
	return checkIdentifying(label, value, isChosen(locator));
}

const contactsPath = (context: ILoadOptionsFunctions): string[] => [
	'contacts',
	chosen(context, 'list', 'List'),
];

/** Shows a contact by name or company, with its e-mail address to tell namesakes apart. */
function toContact(contact: IDataObject) {
	const { id, firstName, insertion, lastName, companyName, email } = contact;
	const name = [firstName, insertion, lastName].filter((part) => !isBlank(part)).join(' ');
	return choice(id, name || companyName, email);
}

/** Searches of the resource locators. The API has none: lists are filtered here. */
export const listSearch = {
	searchLists: searchOf(
		inboxify,
		() => ({ path: ['lists'] }),
		readNames((answer) => objectsOf(answer).map(({ list }) => list)),
	),
	searchContacts: searchOf(
		inboxify,
		(context) => ({ path: contactsPath(context) }),
		readPages(inboxify, toContact),
	),
	searchTags: searchOf(
		inboxify,
		(context) => ({
			path: [...contactsPath(context), chosen(context, 'contactId', 'Contact'), 'tags'],
		}),
		readNames(textsOf),
	),
};
