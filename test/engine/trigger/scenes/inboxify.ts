import { byName } from '../../../host/locator';
import type { MakeScene } from './scene';

let lists = 0;

/** An event of Inboxify, in a list of its own. */
export function inboxifyScene(
	event: 'contactAdded' | 'contactBounced' | 'contactUnsubscribed',
): MakeScene {
	const name = `Lijst ${++lists}`;
	return ({ inboxify }) => {
		const list = inboxify.findList(name) ?? inboxify.addList(name);
		let next = 0;
		const day = () => new Date(Date.UTC(2020, 0, 1) + ++next * 86_400_000).toISOString();
		const join = () => {
			const contact = list.add({ email: `contact${next + 1}@voorbeeld.nl` });
			contact.registrationDate = `${day().slice(0, 10)}T00:00:00`;
			contact.bounced = event === 'contactBounced';
			contact.unsubscribed = event === 'contactUnsubscribed';
			return contact.email;
		};
		const leave = () => {
			// The list comes in the other direction.
			const contact = list.contacts.rows[list.contacts.size - 5];
			list.contacts.delete(contact.email);
			return () => {
				list.contacts.set(contact.email, contact);
				return contact.email;
			};
		};
		return {
			name: `Inboxify ${event}`,
			service: 'inboxify',
			parameters: { event, list: byName(name) },
			pageSize: 1000,
			fill(count) {
				list.contacts.clear();
				next = 0;
				for (let index = 0; index < count; index++) join();
			},
			happen: join,
			keyOf: ({ email }) => String(email),
			pageOf: (path, { offset = '0', limit }) =>
				path === `/contacts/${name}` ? 1 + Math.ceil(Number(offset) / Number(limit)) : undefined,
			leave,
			join,
			prepare: leave,
		};
	};
}
