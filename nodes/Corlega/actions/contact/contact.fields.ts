import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkRequired, checkText } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { locator } from '../../../shared/node/fields';

export const contactId: INodeProperties = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact to work with',
	search: 'searchContacts',
	typed: { displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' },
});

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Bouwbedrijf De Vries B.V.',
	description: 'Name of the person or company',
};

const customFields: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	default: {},
	description:
		'Other fields that your Corlega account knows for contacts. They are sent as you name them.',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. website',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
				},
			],
		},
	],
};

/** What can be known of a contact beside its name. */
export const contactFields: INodeProperties[] = [
	customFields,
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. info@devries-bouw.nl',
		default: '',
		description: 'E-mail address of the contact',
	},
	{
		displayName: 'KvK Number',
		name: 'kvkNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12345678',
		description: 'Number in the trade register of the Kamer van Koophandel (KvK)',
	},
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. 06 12345678',
		description: 'Telephone number of the contact',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'string',
		default: '',
		placeholder: 'e.g. business',
		description: 'Kind of contact, as Corlega names it',
	},
];

const TEXT_FIELDS: Record<string, string> = {
	name: 'Name',
	email: 'Email',
	phone: 'Phone',
	kvkNumber: 'KvK Number',
	type: 'Type',
};

/** Reads the name/value pairs. @throws InputError for a pair without a name, or a name given twice */
function readCustomFields(collection: unknown, body: IDataObject): IDataObject {
	const pairs = ((collection as IDataObject | undefined)?.field ?? []) as IDataObject[];
	const names = new Set(Object.keys(body));
	const entries = pairs.map(({ name, value }) => {
		const key = checkRequired('The name of a custom field', name);
		if (names.has(key)) throw new InputError(`The field "${key}" is given twice`);
		names.add(key);
		return [key, value];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/**
 * Makes the body of a contact from a collection of fields.
 * @throws InputError for a field that is no text, or custom fields that are not clear
 */
export function contactBody(fields: IDataObject): IDataObject {
	const body: IDataObject = {};
	for (const [field, label] of Object.entries(TEXT_FIELDS)) {
		if (fields[field] !== undefined) body[field] = checkText(label, fields[field]);
	}
	return { ...body, ...readCustomFields(fields.customFields, body) };
}
