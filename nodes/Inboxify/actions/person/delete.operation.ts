import type { ItemOperation } from '../../../shared/node/operation';
import { expectDeleted } from '../../answers';
import { changeEverywhere, pathOf, personFields } from './person';

/** Not only Inboxify may hold a person. */
const REMAINS =
	'This covers only Inboxify, opt-outs included. Other services, such as your CRM, may still hold data about this person.';

export const deletePerson: ItemOperation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a person from all lists',
	description:
		'Delete an e-mail address from all lists, e.g. for a request for erasure (verwijderverzoek). Its opt-outs are deleted too: save them first if the person must not be added again.',
	properties: personFields,
	writes: true,

	async execute(item) {
		const output = await changeEverywhere(item, async (place) => {
			const request = { method: 'DELETE' as const, path: pathOf(place), expected: [404] };
			// Another item may have the same address.
			expectDeleted(await item.request(request), true);
			return 'deleted';
		});
		return Array.isArray(output) ? output : { ...output, remains: REMAINS };
	},
};
