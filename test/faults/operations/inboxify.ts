import type { Contact, StateOf } from '../../../sandbox';
import { byId, byName } from '../../../tools/engine/locator';
import type { Listed } from './operation';

export type State = StateOf<'inboxify'>;
export type Inboxify = Listed<'inboxify'>;
export type Contacts = NonNullable<ReturnType<State['findList']>>['contacts'];

export const LIST = 'Webshopklanten';
export const contactsOf = (state: State): Contacts => state.findList(LIST)!.contacts;
export const list = { list: byName(LIST) };
export const contact = { ...list, contactId: byId('={{ $json.id }}') };

/** Different contacts, each by id or by e-mail address. */
export function some(
	state: State,
	count: number,
	isById: boolean,
): Array<{ row: Contact; id: string }> {
	return contactsOf(state)
		.rows.slice(0, count)
		.map((row) => ({ row, id: isById ? row.id : row.email }));
}

/** Where a person is. */
export const placesOf = ({ lists }: State, email: string) =>
	lists.rows
		.map(({ name, contacts }) => ({ list: name, contact: contacts.get(email)! }))
		.filter((place) => place.contact);

/** Puts a person of the list into another list too. */
export function personOf(state: State, email: string) {
	state.lists.rows[2].add({ email });
	return { email, found: true, lists: placesOf(state, email) };
}
