import type { Contact, StateOf } from '../../../sandbox';
import type { Random } from '../../../sandbox/data/random';
import { identifier } from '../stage/engine';
import { type Operation, range } from './operation';

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

/** Puts people into some of the lists, or into none. */
export const people = ({ lists }: State, random: Random, count: number, label: string): string[] =>
	range(count).map((index) => {
		const email = `${label}.${index}@faults.example`;
		for (const one of lists.rows) {
			if (random.chance(60)) one.add({ email, unsubscribed: random.chance(20) });
		}
		return email;
	});

/** Where a person is. */
export const placesOf = ({ lists }: State, email: string) =>
	lists.rows.flatMap(({ name, contacts }) => {
		const found = contacts.get(email);
		return found ? [{ list: name, contact: found }] : [];
	});
