import { Refusal } from '../../http/refusal';
import type { Fields } from './records';

/** The settings of the organisation: the fields that the API reference lists as updatable. */
export interface Organization extends Fields {
	legalName: string;
	kvkNumber: string;
	vatNumber: string;
	iban: string;
	/** ISO 4217. */
	defaultCurrency: string;
	/** 0 to 100. */
	defaultVatPercentage: number;
	defaultPaymentTermsDays: number;
	invoiceFooter: string;
	invoiceNumberPrefix: string;
	quoteNumberPrefix: string;
}

/** @param id the organisation's id, also given by `/me`; that it stands here is our choice */
export function seedOrganization(id: string): Organization {
	return {
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
	};
}

const text = (value: unknown) => typeof value === 'string';

const updatable: Record<string, { holds: (value: unknown) => boolean; rule: string }> = {
	legalName: { holds: text, rule: 'text' },
	kvkNumber: { holds: text, rule: 'text' },
	vatNumber: { holds: text, rule: 'text' },
	iban: { holds: text, rule: 'text' },
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
	invoiceFooter: { holds: text, rule: 'text' },
	invoiceNumberPrefix: { holds: text, rule: 'text' },
	quoteNumberPrefix: { holds: text, rule: 'text' },
};

/** Refuses with 400 a field that is not updatable (our choice) or holds the wrong kind of value. */
export function checkOrganization(fields: Fields): void {
	for (const [name, value] of Object.entries(fields)) {
		const field = Object.hasOwn(updatable, name) ? updatable[name] : undefined;
		if (!field) throw new Refusal(400, `${name} cannot be updated.`);
		if (!field.holds(value)) throw new Refusal(400, `${name} must be ${field.rule}.`);
	}
}
