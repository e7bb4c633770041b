import type { IDataObject } from 'n8n-workflow';

import { checkInteger, checkNumber, checkPattern, checkText } from '../../../shared/input/check';
import { checkNotEmpty } from '../../../shared/input/checkNotEmpty';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';

/** How each field is checked. Limits: Corlega's API reference. */
const CHECKS: Record<string, (value: unknown) => unknown> = {
	legalName: (value) => checkText('Legal Name', value),
	kvkNumber: (value) => checkText('KvK Number', value),
	vatNumber: (value) => checkText('VAT Number', value),
	iban: (value) => checkText('IBAN', value),
	defaultCurrency: (value) =>
		checkPattern('Default Currency', value, /^[A-Z]{3}$/, 'a code of 3 capitals, e.g. EUR'),
	defaultVatPercentage: (value) =>
		checkNumber('Default VAT Percentage', value, { minimum: 0, maximum: 100 }),
	defaultPaymentTermsDays: (value) =>
		checkInteger('Default Payment Terms (Days)', value, { minimum: 0 }),
	invoiceFooter: (value) => checkText('Invoice Footer', value),
	invoiceNumberPrefix: (value) => checkText('Invoice Number Prefix', value),
	quoteNumberPrefix: (value) => checkText('Quote Number Prefix', value),
};

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update the organization',
	description: 'Change settings of the organization; the others stay as they are',
	properties: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Default Currency',
					name: 'defaultCurrency',
					type: 'string',
					default: 'EUR',
					placeholder: 'e.g. EUR',
					description: 'Currency of new documents, as its ISO 4217 code of 3 capitals',
				},
				{
					displayName: 'Default Payment Terms (Days)',
					name: 'defaultPaymentTermsDays',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 30,
					description: 'How many days customers have to pay an invoice',
				},
				{
					displayName: 'Default VAT Percentage',
					name: 'defaultVatPercentage',
					type: 'number',
					typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
					default: 21,
					description: 'VAT (btw) of new lines, from 0 to 100',
				},
				{
					displayName: 'IBAN',
					name: 'iban',
					type: 'string',
					default: '',
					placeholder: 'e.g. NL91ABNA0417164300',
					description: 'Bank account that customers pay to',
				},
				{
					displayName: 'Invoice Footer',
					name: 'invoiceFooter',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'Text at the foot of every invoice',
				},
				{
					displayName: 'Invoice Number Prefix',
					name: 'invoiceNumberPrefix',
					type: 'string',
					default: '',
					placeholder: 'e.g. F2026-',
					description: 'What the numbers of new invoices start with',
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
					displayName: 'Legal Name',
					name: 'legalName',
					type: 'string',
					default: '',
					placeholder: 'e.g. Bouwbedrijf De Vries B.V.',
					description: 'Name of the organization as registered (statutaire naam)',
				},
				{
					displayName: 'Quote Number Prefix',
					name: 'quoteNumberPrefix',
					type: 'string',
					default: '',
					placeholder: 'e.g. O2026-',
					description: 'What the numbers of new quotes (offertes) start with',
				},
				{
					displayName: 'VAT Number',
					name: 'vatNumber',
					type: 'string',
					default: '',
					placeholder: 'e.g. NL001234567B01',
					description: 'VAT identification number (btw-nummer)',
				},
			],
		},
	],

	async execute(item) {
		const fields = Object.entries(item.collection('updateFields'));
		const body = Object.fromEntries(
			fields.map(([field, value]) => [field, CHECKS[field](value)]),
		) as IDataObject;
		checkNotEmpty('Update Fields', body);
		return dataOf(await item.request({ method: 'PATCH', path: ['organization'], body }));
	},
};
