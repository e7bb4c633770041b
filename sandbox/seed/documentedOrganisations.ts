/** An organisation of the register; relations are kept as OINs. */
export interface Organisation {
	/** 20 digits. */
	oin: string;
	naam: string;
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

/** The organisations of the document's examples, as they stand there. */
export const documented: readonly Organisation[] = [
	{
		...plain('00000001234567891000', 'Gemeente Test'),
		kvkNummer: '12345678',
		organisatieCode: '0163',
		organisatieType: 'GM',
		afgifteDatum: '2009-12-10T23:00:00Z',
		laatstAangepastDatum: '2016-05-26T22:00:00Z',
	},
	{
		...plain('00000001234561259000', 'Gemeente Sluis'),
		organisatieCode: '1234',
		organisatieType: 'GM',
		afgifteDatum: '2014-06-04T22:00:00Z',
		laatstAangepastDatum: '2014-08-25T22:00:00Z',
	},
	{
		...plain('00000001001600123456', 'Gemeente Test A'),
		organisatieCode: '9999',
		organisatieType: 'GM',
		afgifteDatum: '2010-03-07T23:00:00Z',
		laatstAangepastDatum: '2014-07-02T22:00:00Z',
	},
	{
		...plain('00000001111111111000', 'Noordoost-Test'),
		kvkNummer: '10000000',
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-28T23:00:00Z',
	},
	{
		...plain('00000002811223344007', 'Midden Test'),
		kvkNummer: '17155555',
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
		hoofdOIN: '00000001111111111000',
	},
];

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
