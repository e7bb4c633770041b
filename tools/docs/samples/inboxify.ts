import type { Sandbox } from '../../../sandbox';
import { byEmail, byName } from '../../engine/locator';
import type { SampleRuns } from './sample';

/** How Inboxify's operations are run. */
export function inboxifySamples({ inboxify }: Sandbox): SampleRuns {
	const list = byName('Webshopklanten');
	const [first, second, third, fourth] = inboxify.lists.get('Webshopklanten')!.contacts.rows;
	const email = 'janjansen@inboxify.nl';
	const contact = (address: string) => ({ list, contactId: byEmail(address) });
	return {
		'contact.bulkDelete': { parameters: { list, email: third.email } },
		'contact.bulkInsert': { parameters: { list, email: first.email } },
		'contact.bulkUnsubscribe': { parameters: { list, email: fourth.email } },
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
		'contact.update': { parameters: { ...contact(first.email), updateFields: { city: 'Assen' } } },
		'contact.upsert': {
			parameters: { list, email: first.email, additionalFields: { city: 'Sneek' } },
		},
		'list.getAll': {},
		'tag.add': { parameters: { ...contact(first.email), tags: 'VIP, Merk C' } },
		'tag.delete': { parameters: { ...contact(first.email), tag: byName('Merk C') } },
		'tag.getAll': { parameters: contact(first.email) },
	};
}
