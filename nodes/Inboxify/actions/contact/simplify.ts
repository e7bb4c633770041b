import type { IDataObject } from 'n8n-workflow';

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
