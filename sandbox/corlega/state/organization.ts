import { Refusal } from '../../http/exchange';
import type { Fields } from './records';

/** Gives the organisation an id, which `/me` gives too; that it is here as well is our choice. */
export const seedOrganization = (id: string) => ({
	id,
	legalName: 'Voorbeeldbedrijf Zonneveld B.V.',
	kvkNumber: '90001234',
	vatNumber: 'NL123456789B01',
	iban: 'NL02ABNA0123456789',
	defaultCurrency: 'EUR',
	defaultVatPercentage: 21,
	defaultPaymentTermsDays: 14,
	invoiceFooter: 'Bedankt voor uw opdracht.',
	invoiceNumberPrefix: 'F2026-',
	quoteNumberPrefix: 'O2026-',
});

/** The settings that the API reference lists as updatable. */
export type Organization = ReturnType<typeof seedOrganization>;

interface Rule {
	holds: (value: unknown) => boolean;
	rule: string;
}

const text: Rule = { holds: (value) => typeof value === 'string', rule: 'text' };

const updatable: Record<Exclude<keyof Organization, 'id'>, Rule> = {
	legalName: text,
	kvkNumber: text,
	vatNumber: text,
	iban: text,
	defaultCurrency: {
		holds: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
		rule: 'an ISO 4217 code of 3 letters',
	},
	defaultVatPercentage: {
		holds: (value) => typeof value === 'number' && value >= 0 && value <= 100,
		rule: 'a number from 0 to 100',
	},
	defaultPaymentTermsDays: {
		holds: (value) => Number.isInteger(value) && (value as number) >= 0,
		rule: 'a whole number',
	},
	invoiceFooter: text,
	invoiceNumberPrefix: text,
	quoteNumberPrefix: text,
};

/** Refuses with 400 a field that is not updatable (our choice) or holds the wrong kind of value. */
export function checkOrganization(fields: Fields): void {
	for (const [name, value] of Object.entries(fields)) {
		const field = Object.hasOwn(updatable, name)
			? updatable[name as keyof typeof updatable]
			: undefined;
		if (!field) throw new Refusal(400, `${name} cannot be updated.`);
		if (!field.holds(value)) throw new Refusal(400, `${name} must be ${field.rule}.`);
	}
}
