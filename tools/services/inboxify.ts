import type { Sandbox } from '../../sandbox';
import { byEmail, byName } from '../engine/locator';
import type { Samples, ServiceFacts } from './facts';

const list = byName('Webshopklanten');
const shownList = { ...list, mode: 'list' };
const allEvents = ['contactAdded', 'contactBounced', 'contactUnsubscribed'];

function samples({ inboxify }: Sandbox): Samples {
	const [first, second, third, fourth, fifth] = inboxify.lists.get('Webshopklanten')!.contacts.rows;
	const email = 'janjansen@inboxify.nl';
	const contact = (address: string) => ({ list, contactId: byEmail(address) });
	return {
		'contact.bulkDelete': { parameters: { list, email: third.email } },
		'contact.bulkInsert': { parameters: { list, email: first.email } },
		'contact.bulkUnsubscribe': { parameters: { list, email: fourth.email } },
		'contact.count': { parameters: { list } },
		'contact.create': {
			parameters: {
				list,
				email,
				additionalFields: { firstName: 'Jan', lastName: 'Jansen', tags: 'Merk A, Merk B' },
			},
			dated: { registrationDate: '2015-02-25T00:00:00' },
		},
		'contact.delete': { parameters: contact(second.email) },
		'contact.get': { parameters: contact(first.email) },
		'contact.getAll': { parameters: { list } },
		'contact.sync': {
			parameters: { list, email: first.email, additionalFields: { city: 'Sneek' } },
		},
		'contact.update': { parameters: { ...contact(first.email), updateFields: { city: 'Assen' } } },
		'contact.upsert': {
			parameters: { list, email: first.email, additionalFields: { city: 'Sneek' } },
		},
		'list.getAll': {},
		'person.delete': { parameters: { email: fifth.email } },
		'person.get': { parameters: { email: fourth.email } },
		'person.unsubscribe': { parameters: { email: first.email } },
		'tag.add': { parameters: { ...contact(first.email), tags: 'VIP, Merk C' } },
		'tag.delete': { parameters: { ...contact(first.email), tag: byName('Merk C') } },
		'tag.getAll': { parameters: contact(first.email) },
	};
}

export const facts: ServiceFacts = {
	title: 'Inboxify',
	folder: 'Inboxify',
	mention: /inboxify/i,
	description:
		'n8n nodes for Inboxify (newsletters): contacts, tags, lists, and bulk calls of up to 1,000 contacts',
	keywords: ['inboxify', 'newsletter', 'email-marketing', 'mailing', 'dutch', 'netherlands'],
	head: `An n8n node and a trigger for Inboxify, the Dutch newsletter service: contacts, tags, lists, and
bulk calls of up to 1,000 contacts.`,
	node: { resource: 'contact', operation: 'getAll', list: shownList, limit: 10 },
	trigger: { list: shownList },
	samples,
	polls: {
		scenes: [
			{ records: 1_000, events: allEvents },
			{ records: 10_000, events: ['contactAdded'] },
			{ records: 10_000, events: ['contactUnsubscribed'] },
			{ records: 10_000, events: ['contactAdded', 'contactUnsubscribed'] },
			{ records: 10_000, events: ['contactBounced'] },
			{ records: 10_000, events: allEvents },
		].map(({ records, events }) => ({
			records,
			options: { inboxify: { contacts: records } },
			parameters: { list: shownList, events },
		})),
		head: ({ events, polls }) => [events[0], polls.contacts, polls.first, polls.unchanged],
		row: ({ events, records, first, unchanged }, { locale }) => [
			events.map((event) => `\`${event}\``).join(', '),
			...[records, first, unchanged].map((count) => count.toLocaleString(locale)),
		],
	},
};
