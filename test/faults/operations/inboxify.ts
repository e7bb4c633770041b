import type { Contact, StateOf } from '../../../sandbox';
import { identifier } from '../stage/engine';
import type { Operation } from './operation';

export type State = StateOf<'inboxify'>;
export type Inboxify = Operation<'inboxify'>;
export type Contacts = NonNullable<ReturnType<State['findList']>>['contacts'];

export const LIST = 'Webshopklanten';
export const contactsOf = (state: State): Contacts => state.findList(LIST)!.contacts;
export const list = identifier('inboxify', 'list', LIST);
export const contact = { ...list, ...identifier('inboxify', 'contactId', '={{ $json.id }}') };
export const few = { contacts: 40 };

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
