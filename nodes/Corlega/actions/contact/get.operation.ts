import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { getRecord } from '../record/get.operation';
import { contact, recordOutput, recordOutputFields } from '../record/record.kind';
import { contactIdField, findContactId } from './contactId';
import { ContactIndex } from './contactIndex';

export const get: ItemOperation<ContactIndex> = {
	...getRecord(contact),
	description: 'Get one contact by its ID, e-mail address or KvK number',
	properties: [contactIdField, ...recordOutputFields],

	share: () => new ContactIndex(),

	async execute(item, index) {
		const present = recordOutput(item);
		const id = await findContactId(item, index);
		return present(dataOf(await item.request({ method: 'GET', path: ['contacts', id] })));
	},
};
