import type { ItemOperation } from '../../../shared/node/operation';
import { findPerson, personFields } from './person';

export const getPerson: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a person in all lists',
	description:
		'Get all that Inboxify holds about an e-mail address, in each list, e.g. for a request for access (inzageverzoek)',
	properties: personFields,

	async execute(item) {
		const { email, places } = await findPerson(item);
		return { email, found: places.length > 0, lists: places.map((place) => ({ ...place })) };
	},
};
