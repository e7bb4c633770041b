import type { Contact } from '../../../../sandbox/inboxify/state/contact';
import { byName } from '../../../../tools/engine/locator';
import type { MakeScene } from './scene';

export type InboxifyEvent = 'contactAdded' | 'contactBounced' | 'contactUnsubscribed';

let lists = 0;

/** Scenes so far: no two accounts have contacts with the same ID. */
let scenes = 0;

/** Events of Inboxify in one trigger, in a list of its own. */
export function inboxifyScene(...events: InboxifyEvent[]): MakeScene {
	const name = `Lijst ${++lists}`;
	return ({ inboxify }) => {
		const list = inboxify.findList(name) ?? inboxify.addList(name);
		const isAdded = events.includes('contactAdded');
		const isAlone = events.length === 1;
		const account = ++scenes;
		let next = 0;
		let turn = 0;
		const day = () => new Date(Date.UTC(2020, 0, 1) + ++next * 86_400_000).toISOString();
		const meet = (contact: Contact, event: InboxifyEvent) => {
			if (event === 'contactBounced') contact.bounced = true;
			if (event === 'contactUnsubscribed') contact.unsubscribed = true;
		};
		/** Someone comes, who meets the condition where there is no other. */
		const put = () => {
			const email = `contact${next + 1}@voorbeeld.nl`;
			const contact: Contact = { ...list.add({ email }), id: `SCENE${account}X${next + 1}` };
			list.contacts.set(email, contact);
			contact.registrationDate = `${day().slice(0, 10)}T00:00:00`;
			contact.bounced = contact.unsubscribed = false;
			if (isAlone) meet(contact, events[0]);
			return contact;
		};
		const keyOfNew = ({ email }: Contact): string | undefined => {
			if (isAlone) return `${events[0]} ${email}`;
			return isAdded ? `contactAdded ${email}` : undefined;
		};
		const leave = () => {
			// The list comes in the other direction.
			const near = list.contacts.rows.slice(0, -4);
			const contact = near.findLast((one) => isAlone || !(one.bounced || one.unsubscribed))!;
			list.contacts.delete(contact.email);
			return () => {
				list.contacts.set(contact.email, contact);
				return keyOfNew(contact) ?? '';
			};
		};
		return {
			service: 'inboxify',
			parameters: { events, list: byName(name) },
			pageSize: 1000,
			fill(count) {
				list.contacts.clear();
				next = turn = 0;
				for (let index = 0; index < count; index++) {
					const contact = put();
					// Some meet it already.
					if (!isAlone && index % 3 > 0) meet(contact, events[index % events.length]);
				}
			},
			happen() {
				const event = events[turn++ % events.length];
				if (isAlone || event === 'contactAdded') return `${event} ${put().email}`;
				const plain = ({ bounced, unsubscribed }: Contact) => !bounced && !unsubscribed;
				// From the front: those that leave stand at the back.
				const contact = list.contacts.rows.find(plain)!;
				meet(contact, event);
				return `${event} ${contact.email}`;
			},
			keyOf: ({ event, email }) => `${String(event)} ${String(email)}`,
			pageOf: (path, { offset = '0', limit }) =>
				path === `/contacts/${name}` ? 1 + Math.ceil(Number(offset) / Number(limit)) : undefined,
			leave,
			join: () => keyOfNew(put()),
			prepare: leave,
		};
	};
}
