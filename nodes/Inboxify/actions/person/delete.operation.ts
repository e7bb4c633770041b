import { KeyGroups } from '../../../shared/async/keyGroups';
import type { ItemOperation } from '../../../shared/node/operation';
import { expectDeleted } from '../../answers';
import { checkEmail } from '../contact/contact.fields';
import { changeEverywhere, pathOf, personFields, type Place } from './person';

/** Not only Inboxify may hold a person. */
const REMAINS =
	'This covers only Inboxify, opt-outs included. Other services, such as your CRM, may still hold data about this person.';

export const deletePerson: ItemOperation<KeyGroups> = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete a person from all lists',
	description:
		'Delete an e-mail address from all lists, e.g. for a request for erasure (verwijderverzoek). Its opt-outs are deleted too: save them first if the person must not be added again.',
	properties: personFields,
	writes: true,

	share: () => new KeyGroups(),

	async execute(item, groups) {
		const act = async (place: Place) => {
			expectDeleted(await item.request({ method: 'DELETE', path: pathOf(place) }));
			return 'deleted';
		};
		// Another item with the same address finds nobody.
		const key = checkEmail(item.parameter('email')).toLowerCase();
		const output = await groups.run([key], async () => await changeEverywhere(item, act));
		return Array.isArray(output) ? output : { ...output, remains: REMAINS };
	},
};
