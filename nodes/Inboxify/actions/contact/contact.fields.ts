import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	checkBoolean,
	checkOneOf,
	checkPattern,
	checkRequired,
	checkText,
	isBlank,
} from '../../../shared/input/check';
import { checkDay } from '../../../shared/input/date';
import { readTags } from '../../tags';

/** Inboxify's document: at most 50 characters. */
export function checkEmail(value: unknown): string {
	const email = checkRequired('Email', value, 50);
	return checkPattern('Email', email, /^[^\s@]+@[^\s@]+$/, 'an e-mail address');
}

export const emailField: INodeProperties = {
	displayName: 'Email',
	name: 'email',
	type: 'string',
	default: '',
	placeholder: 'e.g. janjansen@inboxify.nl',
	description: 'E-mail address, 50 characters at most',
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

const textField = ([
	name,
	displayName,
	maximum,
	example,
]: (typeof TEXTS)[number]): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: example && `e.g. ${example}`,
	description:
		name === 'insertion'
			? `Part between first and last name (tussenvoegsel), ${maximum} characters at most`
			: `${maximum} characters at most`,
});

const otherFields: INodeProperties[] = [
	{
		displayName: 'Country Code',
		name: 'countryCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. NLD',
		description: 'ISO code of 3 letters; NLD is the Netherlands',
	},
	{
		displayName: 'Custom Date',
		name: 'customDate',
		type: 'dateTime',
		typeOptions: { dateOnly: true },
		default: '',
		placeholder: 'e.g. 2026-12-31',
		description: 'A date of your own, as yyyy-mm-dd',
	},
	{
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
	{
		displayName: 'Tags',
		name: 'tags',
		type: 'string',
		default: '',
		placeholder: 'e.g. Merk A, Merk B',
		description: 'Tags with commas between them, or an array; 32 characters a tag at most',
	},
	{
		displayName: 'Unsubscribed',
		name: 'unsubscribed',
		type: 'boolean',
		default: false,
		description:
			'Whether the contact is unsubscribed. Setting it to off works only while "Bevestigingsmail voor aanmeldingen" is on in your Inboxify account.',
	},
];

/** All that can be set of a contact beside its e-mail address. */
export const contactFields: INodeProperties[] = [...TEXTS.map(textField), ...otherFields].sort(
	(a, b) => a.displayName.localeCompare(b.displayName, 'en'),
);

const CHECKS: Record<string, (value: unknown) => unknown> = {
	...Object.fromEntries(
		TEXTS.map(([name, label, maximum]) => [
			name,
			(value: unknown) => checkText(label, value, maximum),
		]),
	),
	email: checkEmail,
	// Empty takes the date off, as the document's own example has it.
	customDate: (value) => (isBlank(value) ? null : checkDay('Custom Date', value)),
	countryCode: (value) =>
		isBlank(value)
			? ''
			: checkPattern('Country Code', value, /^[A-Za-z]{3}$/, 'an ISO code of 3 letters, e.g. NLD'),
	sex: (value) => checkOneOf('Sex', value, [0, 1, 2]),
	tags: readTags,
	unsubscribed: (value) => checkBoolean('Unsubscribed', value),
};

/**
 * Makes the JSON object of a contact from fields as set in a node. Fields that are not known are
 * left out, as are those an expression left undefined.
 * @throws InputError for a value beyond the document's limits, with the field's name and the limit
 */
export function contactBody(fields: IDataObject): IDataObject {
	const known = Object.entries(fields).filter(
		([name, value]) => name in CHECKS && value !== undefined,
	);
	return Object.fromEntries(
		known.map(([name, value]) => [name, CHECKS[name](value)]),
	) as IDataObject;
}
