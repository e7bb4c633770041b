export interface Organisation {
	/** 20 digits or letters. */
	oin: string;
	naam: string;
	/** Found by `zoek`; no answer holds it. */
	afkorting?: string;
	/** `Actief` or `Ingetrokken`, by the document. */
	status: string;
	/** 8 digits. */
	kvkNummer: string | null;
	/** By the document 4 characters, and only of a municipality, province or water board. */
	organisatieCode: string | null;
	/** By the document GM, PV or WS. */
	organisatieType: string | null;
	/** Date-times as in the document: `2009-12-10T23:00:00Z`. */
	afgifteDatum: string;
	laatstAangepastDatum: string;
	/** The moment of that day, if known. The document's answers show the day only. */
	aangepastOp?: string;
	intrekDatum: string | null;
	/** OINs of the organisation it is a part of, and of its own parts. */
	hoofdOIN: string | null;
	subOINs: string[];
}

/** An active organisation with only an OIN and a name. */
export const plain = (oin: string, naam: string): Organisation => ({
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
});

/** A date-time as the document writes it, without fractions of a second. */
export const toDateTime = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
const hour = 3_600_000;

/** The start of the day in the Netherlands, as the document's answers date: 22:00 or 23:00 UTC. */
export function dutchMidnight(at: Date): Date {
	const day = calendar.format(at);
	const inWinter = new Date(Date.parse(`${day}T00:00:00Z`) - hour);
	const inSummer = new Date(inWinter.getTime() - hour);
	return calendar.format(inSummer) === day ? inSummer : inWinter;
}
