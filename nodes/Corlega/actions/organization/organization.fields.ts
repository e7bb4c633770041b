import { checkInteger, checkNumber, checkPattern } from '../../../shared/input/check';
import { checkIdentifying } from '../../../shared/input/identifier';
import { checkIban } from '../../../shared/input/number';
import { checkedField, FieldSet, textField } from '../../../shared/node/description/fieldSet';
import { kvkNumberField } from '../record/fields';
import { CURRENCIES } from './currencies';

/** The list of currencies is loaded when it is opened: the node's description stays short without it. */
export const loadOptions = { getCurrencies: async () => await Promise.resolve(CURRENCIES) };

/** Settings of the organization that can be changed, with the limits of Corlega's API reference. */
export const organizationFields = new FieldSet([
	{
		property: {
			displayName: 'Default Currency Name or ID',
			name: 'defaultCurrency',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getCurrencies' },
			default: 'EUR',
			description:
				'Currency of new quotes and invoices, as a 3-letter ISO code. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		check: (label, value) =>
			checkPattern(label, value, /^[A-Za-z]{3}$/, 'a code of 3 letters, e.g. EUR').toUpperCase(),
	},
	{
		property: {
			displayName: 'Default Payment Terms (Days)',
			name: 'defaultPaymentTermsDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 30,
			description: 'How many days customers have to pay an invoice',
		},
		check: (label, value) => checkInteger(label, value, { minimum: 0 }),
	},
	{
		property: {
			displayName: 'Default VAT Percentage',
			name: 'defaultVatPercentage',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
			default: 21,
			description: 'VAT (btw) percentage of new quote and invoice lines',
		},
		check: (label, value) => checkNumber(label, value, { minimum: 0, maximum: 100 }),
	},
	checkedField(
		{
			displayName: 'IBAN',
			name: 'iban',
			placeholder: 'e.g. NL91ABNA0417164300',
			description: 'Bank account for payments from customers',
		},
		checkIban,
	),
	textField({
		displayName: 'Invoice Footer',
		name: 'invoiceFooter',
		typeOptions: { rows: 3 },
		description: 'Text at the foot of every invoice',
	}),
	textField({
		displayName: 'Invoice Number Prefix',
		name: 'invoiceNumberPrefix',
		placeholder: 'e.g. F2026-',
		description: 'Start of new invoice numbers, e.g. F2026-',
	}),
	kvkNumberField,
	textField({
		displayName: 'Legal Name',
		name: 'legalName',
		placeholder: 'e.g. Bouwbedrijf De Vries B.V.',
		description: 'Name of the organization as registered (statutaire naam)',
	}),
	textField({
		displayName: 'Quote Number Prefix',
		name: 'quoteNumberPrefix',
		placeholder: 'e.g. O2026-',
		description: 'Start of new quote (offerte) numbers, e.g. O2026-',
	}),
	checkedField(
		{
			displayName: 'VAT Number',
			name: 'vatNumber',
			placeholder: 'e.g. NL000099998B57',
			description: 'VAT identification number (btw-nummer)',
		},
		checkIdentifying,
	),
]);
