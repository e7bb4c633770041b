import type { IDataObject } from 'n8n-workflow';

/** Ten of the 23 fields of a contact: as many as n8n recommends for simplified output. */
const SIMPLE = [
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

/** All fields (Inboxify's document), those of Simplified first. */
export const CONTACT_FIELDS = [
	...SIMPLE,
	...['address', 'city', 'countryCode', 'customDate', 'free1', 'free2', 'free3', 'list'],
	...['mobile', 'postalCode', 'remarks', 'sex', 'telephone'],
];

/** Fields that Inboxify leaves out become null. */
export const simplify = (contact: IDataObject): IDataObject =>
	Object.fromEntries(SIMPLE.map((field) => [field, contact[field] ?? null]));
