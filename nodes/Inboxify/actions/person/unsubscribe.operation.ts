import type { ItemOperation } from '../../../shared/node/operation';
import { changeOf } from '../../answers';
import { isUnsubscribed } from '../../optOut';
import { changeEverywhere, pathOf, personFields } from './person';

export const unsubscribePerson: ItemOperation = {
	name: 'Unsubscribe',
	value: 'unsubscribe',
	action: 'Unsubscribe a person from all lists',
	description: 'Unsubscribe (afmelden) an e-mail address from each list that it is in',
	properties: personFields,
	writes: true,

	execute: async (item) =>
		await changeEverywhere(item, async (place) => {
			if (isUnsubscribed(place.contact)) return 'unchanged';
			const body = { unsubscribed: true };
			const request = { method: 'PUT' as const, path: pathOf(place), body };
			changeOf(await item.request({ ...request, outcome: 'unsubscribed' }));
			return 'unsubscribed';
		}),
};
