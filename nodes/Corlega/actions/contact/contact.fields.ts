import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';
import { checkAddress } from '../../../shared/input/email';
import { InputError } from '../../../shared/input/InputError';
import { checkNumberText } from '../../../shared/input/number';
import { locator } from '../../../shared/node/description/fields';
import {
	checkedField,
	type EmptyValues,
	type Field,
	FieldSet,
	textField,
} from '../../../shared/node/description/fieldSet';
import { readFields } from '../record/emptyValues';
import { kvkNumberField } from '../record/kvkNumber';
import { fromPairs, readPairs } from '../record/pairs';

export const contactId: INodeProperties = locator({
	displayName: 'Contact',
	name: 'contactId',
	description: 'The contact to work with',
	search: 'searchContacts',
	typed: [{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' }],
});

/** Name of the person or company; its own field on create. */
export const nameField: Field = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Bouwbedrijf De Vries B.V.',
	description: 'Name of the person or company',
});

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

const otherFields = new FieldSet([
	checkedField(
		{
			displayName: 'Email',
			name: 'email',
			placeholder: 'e.g. info@devries-bouw.nl',
			description: 'E-mail address of the contact',
		},
		checkAddress,
	),
	kvkNumberField,
	checkedField(
		{
			displayName: 'Phone',
			name: 'phone',
			placeholder: 'e.g. 06 12345678',
			description: 'Telephone number of the contact',
		},
		checkNumberText,
	),
	textField({
		displayName: 'Type',
		name: 'type',
		placeholder: 'e.g. business',
		description: 'Kind of contact, as Corlega names it',
	}),
]);

const allFields = otherFields.with(nameField);

/** What can be known of a contact beside its name. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [customFields, ...otherFields.properties],
};

/** All that can be changed of a contact. */
export const contactUpdateFields: INodeProperties[] = [customFields, ...allFields.properties];

/**
 * Makes the body of a contact from a collection of fields. Null is left out, and so is what is
 * empty, unless empty values clear a field.
 * @param taken fields that custom fields must not name, beside those of the collection
 * @throws InputError for a field that is not known or no text, or custom fields that are not clear
 */
export function contactBody(
	{ customFields: custom, ...fields }: Record<string, unknown>,
	emptyValues: EmptyValues = 'ignore',
	taken: string[] = [],
): IDataObject {
	const body = readFields(allFields, fields, emptyValues);
	const given = isObject(custom) ? custom.field : custom;
	const pairs = readPairs('Custom Fields', 'custom field', given, emptyValues);
	for (const { name } of pairs) {
		if (Object.hasOwn(body, name) || taken.includes(name)) {
			throw new InputError(
				`The field "${name}" is given twice`,
				`Leave "${name}" out of Custom Fields.`,
			);
		}
	}
	return { ...body, ...fromPairs(pairs) };
}
