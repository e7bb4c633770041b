import { checkRequired } from '../../../shared/input/check';
import { fieldsOrColumns } from '../../../shared/node/columns';
import { lookUpOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { ContactIndex } from './contactIndex';
import { matchKeys } from './matchKey';
import { additionalFields, contactBody, nameField, readContactFields } from './contact.fields';
import { createContact } from './upsertContact';

export const create: ItemOperation<ContactIndex> = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact',
	builderHint:
		'Use only for contacts that are certainly new. Otherwise prefer Create or Update (upsert): running it again adds nothing twice.',
	writes: true,
	properties: [
		{ ...nameField.property, required: true },
		...fieldsOrColumns(additionalFields, 'getContactColumns'),
	],
	options: [lookUpOption],

	share: () => new ContactIndex(),

	async execute(item, index) {
		const looksUp = item.option<boolean>(lookUpOption);
		const name = checkRequired('Name', item.parameter('name'));
		const body = contactBody({ ...readContactFields(item, 'additionalFields'), name });
		item.warnOfMistakes(body);
		const keys = matchKeys(body);
		const contact = { whole: body, looksUp };
		// Equal contacts one after another: a look-up must not find one whose response is on its way.
		return await index.groups.run(keys, async () => await createContact(item, index, contact));
	},
};
