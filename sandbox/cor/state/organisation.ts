/** An organisation of the register; relations are kept as OINs. */
export interface Organisation {
	/** 20 digits. */
	oin: string;
	naam: string;
	/** Found by `zoek`, by the document; no answer holds it. */
	afkorting?: string;
	status: 'Actief' | 'Ingetrokken';
	/** 8 digits. */
	kvkNummer: string | null;
	/** 4 characters; for a municipality, province or water board only. */
	organisatieCode: string | null;
	organisatieType: 'GM' | 'PV' | 'WS' | null;
	/** Date-times as in the document: `2009-12-10T23:00:00Z`. */
	afgifteDatum: string;
	laatstAangepastDatum: string;
	intrekDatum: string | null;
	/** The organisation this one is a part of. */
	hoofdOIN: string | null;
	/** The parts of this organisation; empty when it has none. */
	subOINs: string[];
}

/** An active organisation with nothing more than its OIN and name. */
export function plain(oin: string, naam: string): Organisation {
	return {
		oin,
		naam,
		status: 'Actief',
		kvkNummer: null,
		organisatieCode: null,
		organisatieType: null,
		afgifteDatum: '',
		laatstAangepastDatum: '',
		intrekDatum: null,
		hoofdOIN: null,
		subOINs: [],
	};
}

/** A date-time as the document writes it, without fractions of a second. */
export function toDateTime(date: Date): string {
	return `${date.toISOString().slice(0, 19)}Z`;
}
