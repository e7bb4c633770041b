import type { IDataObject, INodeProperties, ResourceMapperFields } from 'n8n-workflow';

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
import { collection } from '../../../shared/node/description/fields';
import {
	checkedField,
	type EmptyValues,
	type Field,
	FieldSet,
	textField,
} from '../../../shared/node/description/fieldSet';
import { columnsOfFields, fieldsOrColumns } from '../../../shared/node/columns';
import { readTags, tagsField } from '../../tags';
import { listField } from '../common.fields';
import { COUNTRIES } from './countries';

/** Inboxify's document: at most 50 characters. */
export const checkEmail = (value: unknown): string => checkAddress('Email', value, 50);

const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. janjansen@inboxify.nl',
	description: 'E-mail address, at most 50 characters',
};

export const requiredEmail: INodeProperties = { ...emailField, required: true };

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

/** Fields that a spreadsheet may have turned into numbers. */
const NUMBERS = ['mobile', 'postalCode', 'telephone'];

const textFields = TEXTS.map(([name, displayName, maximum, example]): Field => {
	const check = NUMBERS.includes(name) ? checkNumberText : checkText;
	const prefix =
		name === 'insertion' ? 'Part between first and last name (tussenvoegsel), at' : 'At';
	return checkedField(
		{
			displayName,
			name,
			placeholder: example && `e.g. ${example}`,
			description: `${prefix} most ${maximum} characters`,
		},
		(label, value) => check(label, value, maximum),
	);
});

/** Inboxify's document: the ISO code of three letters, in capitals. */
const checkCountry = (label: string, value: unknown): string =>
	checkPattern(label, value, /^[A-Za-z]{3}$/, 'an ISO code of 3 letters, e.g. NLD').toUpperCase();

const bulkFields = new FieldSet([
	...textFields,
	{
		property: {
			displayName: 'Country Name or ID',
			name: 'countryCode',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCountries' },
			default: 'NLD',
			description:
				'Country of the contact, as a 3-letter ISO code. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
		// Null clears the date, as in the document's example.
		check: (label, value) => (isBlank(value) ? null : checkDay(label, value)),
	},
	{
		property: {
			displayName: 'Sex',
			name: 'sex',
			type: 'options',
			options: [
				{ name: 'Unknown', value: 0 },
				{ name: 'Man', value: 1 },
				{ name: 'Woman', value: 2 },
			],
			default: 0,
			description: 'Sex (geslacht) of the contact',
		},
		check: (label, value) =>
			isBlank(value)
				? 0
				: checkOneOf(label, value, [0, 1, 2], '0 is unknown, 1 a man and 2 a woman.'),
	},
	{ property: tagsField, check: (_, value) => readTags(value) },
	{
		property: {
			displayName: 'Unsubscribed',
			name: 'unsubscribed',
			type: 'boolean',
			default: false,
			description:
				'Whether the contact is unsubscribed. You can turn this off only while "Bevestigingsmail voor aanmeldingen" is on in your Inboxify account.',
		},
		check: checkBoolean,
	},
]);

const createFields = bulkFields.with(
	textField(
		{
			displayName: 'List',
			name: 'list',
			placeholder: 'e.g. Webshopklanten',
			description:
				"The contact's own list field, at most 25 characters. Inboxify does not document what it is for.",
		},
		25,
	),
);

const allFields = createFields.with({
	property: emailField,
	check: (_, value) => checkEmail(value),
});

export const contactUpdateFields: INodeProperties[] = allFields.properties;

const newContactParameters = ({ properties }: FieldSet): INodeProperties[] => [
	listField,
	requiredEmail,
	...fieldsOrColumns(collection('additionalFields', properties), 'getContactColumns'),
];

/** The list of countries is loaded when it is opened: the node's description stays short without it. */
export const loadOptions = { getCountries: async () => await Promise.resolve(COUNTRIES) };

/** Methods that find the columns of the resource mappers: the documented fields. */
export const resourceMapping = {
	getContactColumns: async () => await columnsOf(bulkFields),
	getContactUpdateColumns: async () => await columnsOf(allFields),
};

const columnsOf = async ({ properties }: FieldSet): Promise<ResourceMapperFields> =>
	await Promise.resolve({ fields: columnsOfFields(properties, { countryCode: COUNTRIES }) });

/** The parameters of an operation that adds one contact, and of one that adds many. */
export const createParameters = newContactParameters(createFields);
export const bulkParameters = newContactParameters(bulkFields);

/**
 * Makes the JSON object of a contact. Fields that are null or undefined are left out.
 * @throws InputError for a value beyond the document's limits, and for an unknown field
 */
export function contactBody(
	fields: Record<string, unknown>,
	emptyValues: EmptyValues = 'ignore',
): IDataObject {
	const body = allFields.read(fields, emptyValues);
	// Text of nothing but commas is empty too.
	const hasNoTags = Array.isArray(body.tags) && body.tags.length === 0;
	if (hasNoTags && emptyValues === 'ignore') delete body.tags;
	return body;
}

/** Makes the JSON object of a new contact; `email` replaces one among the fields. @throws InputError */
export const newContact = (email: unknown, fields: Record<string, unknown>): IDataObject =>
	contactBody({ ...fields, email: checkEmail(email) });
