import { checkRequired } from '../../../shared/input/check';
import type { ItemOperation } from '../../../shared/node/operation';
import { createdOf } from '../../corlega.service';
import { additionalFields, contactBody, nameField } from './contact.fields';

export const create: ItemOperation = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Create a contact',
	writes: true,
	properties: [{ ...nameField.property, required: true }, additionalFields],

	async execute(item) {
		const name = checkRequired('Name', item.parameter('name'));
		const body = contactBody({ ...item.collection('additionalFields'), name });
		item.warnOfMistakes(body);
		return createdOf(await item.request({ method: 'POST', path: ['contacts'], body }));
	},
};
