import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	checkBoolean,
	checkOneOf,
	checkPattern,
	checkText,
	isBlank,
} from '../../../shared/input/check';
import { checkDay } from '../../../shared/input/date';
import { checkAddress } from '../../../shared/input/email';
import { checkNumberText } from '../../../shared/input/number';
import {
	type EmptyValues,
	type Field,
	FieldSet,
	textField,
} from '../../../shared/node/description/fieldSet';
import { readTags } from '../../tags';
import { COUNTRIES } from './countries';

/** Inboxify's document: at most 50 characters. */
export const checkEmail = (value: unknown): string => checkAddress('Email', value, 50);

export const emailField: Field = {
	property: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. janjansen@inboxify.nl',
		description: 'E-mail address, 50 characters at most',
	},
	check: (_, value) => checkEmail(value),
};

/** Fields of plain text: name, label, most characters (Inboxify's document), example. */
const TEXTS: Array<[name: string, label: string, maximum: number, example: string]> = [
	['address', 'Address', 70, 'Dorpsstraat 1'],
	['city', 'City', 50, 'Groningen'],
	['companyName', 'Company Name', 100, 'Bakkerij Jansen'],
	['firstName', 'First Name', 50, 'Jan'],
	['free1', 'Free Field 1', 50, ''],
	['free2', 'Free Field 2', 50, ''],
	['free3', 'Free Field 3', 50, ''],
	['insertion', 'Insertion', 20, 'van der'],
	['lastName', 'Last Name', 50, 'Jansen'],
	['mobile', 'Mobile', 20, '0612345678'],
	['postalCode', 'Postal Code', 15, '9712 AA'],
	['remarks', 'Remarks', 500, ''],
	['telephone', 'Telephone', 20, '0501234567'],
];

/** Fields that a spreadsheet may have taken for numbers. */
const NUMBERS = ['mobile', 'postalCode', 'telephone'];

const textFields = TEXTS.map(([name, displayName, maximum, example]): Field => {
	const limit = `${maximum} characters at most`;
	const check = NUMBERS.includes(name) ? checkNumberText : checkText;
	return {
		property: {
			displayName,
			name,
			type: 'string',
			default: '',
			placeholder: example && `e.g. ${example}`,
			description:
				name === 'insertion' ? `Part between first and last name (tussenvoegsel), ${limit}` : limit,
		},
		check: (label, value) => (isBlank(value) ? '' : check(label, value, maximum)),
	};
});

/** Inboxify's document: the ISO code of three letters, in capitals. */
const checkCountry = (label: string, value: unknown): string =>
	checkPattern(label, value, /^[A-Za-z]{3}$/, 'an ISO code of 3 letters, e.g. NLD').toUpperCase();

/** A field of the contact itself, beside the list that it is in. */
const listNameField = textField(
	{
		displayName: 'List',
		name: 'list',
		placeholder: 'e.g. Webshopklanten',
		description:
			"The contact's own field for its list, 25 characters at most. Inboxify does not say what it does with it.",
	},
	25,
);

const otherFields: Field[] = [
	{
		property: {
			displayName: 'Country Code',
			name: 'countryCode',
			type: 'options',
			options: COUNTRIES,
			default: 'NLD',
			description: 'Country of the contact; an expression gives its ISO code of 3 letters',
		},
		check: (label, value) => (isBlank(value) ? '' : checkCountry(label, value)),
	},
	{
		property: {
			displayName: 'Custom Date',
			name: 'customDate',
			type: 'dateTime',
			typeOptions: { dateOnly: true },
			default: '',
			placeholder: 'e.g. 2026-12-31',
			description: 'A date of your own, as yyyy-mm-dd',
		},
		// Empty takes the date off, as the document's own example has it.
		check: (label, value) => (isBlank(value) ? null : checkDay(label, value)),
	},
	{
		property: {
			displayName: 'Sex',
			name: 'sex',
			type: 'options',
			options: [
				{
					name: 'Unknown',
					value: 0,
				},
				{
					name: 'Man',
					value: 1,
				},
				{
					name: 'Woman',
					value: 2,
				},
			],
			default: 0,
			description: 'Sex (geslacht) of the contact',
		},
		// Empty is unknown.
		check: (label, value) => (isBlank(value) ? 0 : checkOneOf(label, value, [0, 1, 2])),
	},
	{
		property: {
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. Merk A, Merk B',
			description: 'Tags with commas between them, or an array; 32 characters a tag at most',
		},
		check: (_, value) => readTags(value),
	},
	{
		property: {
			displayName: 'Unsubscribed',
			name: 'unsubscribed',
			type: 'boolean',
			default: false,
			description:
				'Whether the contact is unsubscribed. Setting it to off works only while "Bevestigingsmail voor aanmeldingen" is on in your Inboxify account.',
		},
		check: checkBoolean,
	},
];

const fieldSet = new FieldSet([...textFields, ...otherFields]);

/** All fields, as they are sent. */
const allFields = fieldSet.with(emailField, listNameField);

/** All that can be set of a contact beside its e-mail address. */
export const contactFields: INodeProperties[] = fieldSet.properties;

/** The same of a single contact that is created. */
export const contactCreateFields: INodeProperties[] = fieldSet.with(listNameField).properties;

/** All that can be changed of a contact. */
export const contactUpdateFields: INodeProperties[] = allFields.properties;

/**
 * Makes the JSON object of a contact from fields as set in a node; those that an expression left
 * null or undefined are left out.
 * @param emptyValues what becomes of values that are empty
 * @throws InputError for a value beyond the document's limits, with the field's name and the limit,
 *   and for a key that is no field
 */
export function contactBody(
	fields: Record<string, unknown>,
	emptyValues: EmptyValues = 'ignore',
): IDataObject {
	const { tags, ...body } = allFields.read(fields, emptyValues);
	// Nothing but commas is as empty as nothing at all.
	const isEmpty = Array.isArray(tags) && tags.length === 0;
	const isLeftOut = tags === undefined || (isEmpty && emptyValues === 'ignore');
	return isLeftOut ? body : { ...body, tags };
}

/**
 * Makes the JSON object of a contact that is to be there.
 * @param email goes before one among the fields
 * @throws InputError, also where there is no address
 */
export const newContact = (email: unknown, fields: Record<string, unknown>): IDataObject =>
	contactBody({ ...fields, email: checkEmail(email) });
