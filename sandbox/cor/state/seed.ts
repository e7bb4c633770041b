import { Random, seeded } from '../../data/random';
import { realOrganisations } from '../register';
import { dutchMidnight, plain, toDateTime, type Organisation } from './organisation';

const day = 86_400_000;
const firstIssue = Date.UTC(2009, 11, 11);
const lastChange = Date.UTC(2026, 5, 30);
const noordoost = '00000001111111111000';
const in2014 = {
	afgifteDatum: '2014-10-29T23:00:00Z',
	laatstAangepastDatum: '2014-12-29T23:00:00Z',
};

/**
 * The organisations in the document's examples. Of the last two it gives only the OIN, in the URL
 * of a request: the rest of them is made up.
 */
const documented: readonly Organisation[] = [
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
		...in2014,
		laatstAangepastDatum: '2014-12-28T23:00:00Z',
	},
	...[
		{ oin: '00000002811223344007', kvkNummer: '17155555' },
		{ oin: '00000002811415454007', kvkNummer: '17888888' },
	].map(({ oin, kvkNummer }) => ({
		...plain(oin, 'Midden Test'),
		kvkNummer,
		...in2014,
		hoofdOIN: noordoost,
	})),
	{ ...plain('00000002222222222222', 'Zuidwest-Test'), ...in2014 },
	{ ...plain('12345678901234567890', 'Voorbeeld Test'), ...in2014 },
];

/** What parts of organisations are for: systems that exchange messages, as in Logius' own names. */
const systems = [
	'Zaaksysteem',
	'Berichtenverkeer',
	'Gegevensmagazijn',
	'Formulierenserver',
	'Basisregistraties',
	'Documentbeheer',
	'Archiefsysteem',
	'Kaartviewer',
];

/**
 * The register: the document's organisations, the real ones, and then made-up parts of those, of
 * which about 5 % are withdrawn. Their dates of issue and of change are made up. OINs are unique, and
 * so are names but for Midden Test and Gemeente Sluis, which the document has too.
 */
export const seedOrganisations = seeded((count: number): Organisation[] => {
	const random = new Random('cor organisations');
	const register = [...documented, ...realOrganisations()]
		.slice(0, count)
		.map((one) => ({ ...one, subOINs: [] as string[] }));
	const real = register.slice(documented.length);
	for (const organisation of real) setDates(random, organisation);
	const heads = real.filter(
		({ oin, status }) => status === 'Actief' && !oin.startsWith(partPrefix),
	);
	const parts = new Map<Organisation, number>();
	const used = new Set(register.map(({ oin }) => oin));
	while (register.length < count) {
		const head = random.pick(heads);
		const part = parts.get(head) ?? 0;
		parts.set(head, part + 1);
		const round = Math.floor(part / systems.length) + 1;
		const system = `${systems[part % systems.length]}${round > 1 ? ` ${round}` : ''}`;
		const organisation = plain(newOin(random, used), `${head.naam} (${system})`);
		organisation.hoofdOIN = head.oin;
		setDates(random, organisation);
		if (random.chance(5)) {
			organisation.status = 'Ingetrokken';
			organisation.intrekDatum = organisation.laatstAangepastDatum;
		}
		register.push(organisation);
	}
	const byOin = new Map(register.map((organisation) => [organisation.oin, organisation]));
	for (const { oin, hoofdOIN } of register) {
		if (hoofdOIN) byOin.get(hoofdOIN)?.subOINs.push(oin);
	}
	return register;
});

const partPrefix = '00000004';

/** The OIN of a part: prefix, number and filling. */
function newOin(random: Random, used: Set<string>): string {
	for (;;) {
		const oin = `${partPrefix}${random.digits(9)}000`;
		if (used.has(oin)) continue;
		used.add(oin);
		return oin;
	}
}

/** One that has ended was issued before and changed on that day. Of a third the time is known too. */
function setDates(random: Random, organisation: Organisation): void {
	const { intrekDatum } = organisation;
	const last = intrekDatum === null ? lastChange : Date.parse(intrekDatum);
	const changed = random.between(0, Math.floor((last - firstIssue) / day));
	const issued = random.between(0, changed);
	const midnight = (days: number) => toDateTime(dutchMidnight(new Date(firstIssue + days * day)));
	organisation.afgifteDatum = midnight(issued);
	organisation.laatstAangepastDatum = intrekDatum ?? midnight(changed);
	if (!random.chance(33)) return;
	const inOfficeHours = random.between(7 * 3600, 16 * 3600) * 1000;
	const from = Date.parse(organisation.laatstAangepastDatum);
	organisation.aangepastOp = toDateTime(new Date(from + inOfficeHours));
}
