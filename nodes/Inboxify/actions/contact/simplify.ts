import type { IDataObject } from 'n8n-workflow';

/** The fields that matter of the 23 that a contact has: ten, as n8n asks of a simplified output. */
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

/** A contact with the fields that matter; null for what Inboxify leaves out. */
export const simplify = (contact: IDataObject): IDataObject =>
	Object.fromEntries(FIELDS.map((field) => [field, contact[field] ?? null]));

/** Simplifies contacts in place, so that a long list is held once. */
export function simplifyAll(contacts: IDataObject[]): IDataObject[] {
	contacts.forEach((contact, index) => {
		contacts[index] = simplify(contact);
	});
	return contacts;
}
