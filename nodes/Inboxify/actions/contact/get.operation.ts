import type { IDataObject } from 'n8n-workflow';

import { simplifyField } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { contactOf } from '../../answers';
import { contactIdField, contactPath, listField } from '../common.fields';

/** Ten of the 23 fields of a contact: as many as n8n recommends for simplified output. */
const FIELDS = [
	'id',
	'email',
	'firstName',
	'insertion',
	'lastName',
	'companyName',
	'tags',
	'unsubscribed',
	'bounced',
	'registrationDate',
];

/** Fields that Inboxify leaves out become null. */
export const simplify = (contact: IDataObject): IDataObject =>
	Object.fromEntries(FIELDS.map((field) => [field, contact[field] ?? null]));

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a contact',
	description: 'Get one contact by its ID or e-mail address',
	properties: [listField, contactIdField, simplifyField],

	async execute(item) {
		const path = contactPath(item);
		const isSimple = item.simplifies();
		const contact = contactOf(await item.request({ method: 'GET', path }));
		return isSimple ? simplify(contact) : contact;
	},
};
