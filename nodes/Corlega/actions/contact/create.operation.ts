import type { IDataObject } from 'n8n-workflow';

import { checkRequired } from '../../../shared/input/check';
import { lookUpOption, readLookUp } from '../../../shared/node/lookUp';
import type { ItemOperation } from '../../../shared/node/operation';
import { additionalFields, contactBody, nameField } from './contact.fields';
import { ContactIndex, idOf } from './contactIndex';
import { createContact } from './createContact';
import { matchKeys } from './matchKey';

/** `made` has the IDs of contacts that an item is done with: a contact belongs to one item. */
export const create: ItemOperation<{ index: ContactIndex; made: Set<string> }> = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact',
	writes: true,
	properties: [{ ...nameField.property, required: true }, additionalFields],
	options: [lookUpOption],

	share: () => ({ index: new ContactIndex(), made: new Set() }),

	async execute(item, { index, made }) {
		const name = checkRequired('Name', item.parameter('name'));
		const body = contactBody({ ...item.collection('additionalFields'), name });
		const looksUp = readLookUp(item);
		item.warnOfMistakes(body);
		// Items with the same keys one after another: each knows what the ones before have made.
		return await index.inOrder(matchKeys(body), async () => {
			const isTaken = (contact: IDataObject) => made.has(idOf(contact));
			const contact = await createContact(item, index, body, looksUp, isTaken);
			made.add(idOf(contact));
			return contact;
		});
	},
};
