import { plain, type Organisation } from './organisation';

const noordoost = '00000001111111111000';

/**
 * The organisations of the document's examples, as they stand there. Of the last two it gives the
 * OIN alone, in the address of a request: the rest of them is made up.
 */
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
		...plain(noordoost, 'Noordoost-Test'),
		kvkNummer: '10000000',
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-28T23:00:00Z',
	},
	{
		...plain('00000002811223344007', 'Midden Test'),
		kvkNummer: '17155555',
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
		hoofdOIN: noordoost,
	},
	{
		...plain('00000002811415454007', 'Midden Test'),
		kvkNummer: '17888888',
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
		hoofdOIN: noordoost,
	},
	{
		...plain('00000002222222222222', 'Zuidwest-Test'),
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
	},
	{
		...plain('12345678901234567890', 'Voorbeeld Test'),
		afgifteDatum: '2014-10-29T23:00:00Z',
		laatstAangepastDatum: '2014-12-29T23:00:00Z',
	},
];
