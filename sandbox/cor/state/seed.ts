import { Random, seeded } from '../../data/random';
import { governments, organisationNames } from './governments';
import { plain, toDateTime, type Organisation } from './organisation';

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

/**
 * The register: the document's organisations, then governments and others in random order. About
 * 5 % are withdrawn and 10 % are a part of an earlier organisation. OINs are unique, and so are
 * names, except for one that the document has twice.
 */
export const seedOrganisations = seeded((count: number): Organisation[] => {
	const random = new Random('cor organisations');
	const register = documented.slice(0, count).map((one) => ({ ...one, subOINs: [] as string[] }));
	const listed = random.shuffle(governments());
	const names = organisationNames();
	const parts = new Map<Organisation, number>();
	const used = new Set(register.map(({ oin }) => oin));

	while (register.length < count) {
		// The document's organisations keep the relations that they have there.
		const candidates = register.length - documented.length;
		const candidate = random.chance(12)
			? register[documented.length + random.between(0, candidates - 1)]
			: undefined;
		const head = candidate?.hoofdOIN === null ? candidate : undefined;
		const organisation = plain(newOin(random, used, head), '');
		if (head) {
			const part = (parts.get(head) ?? 0) + 1;
			parts.set(head, part);
			organisation.naam = `${head.naam} - Dienst ${part}`;
			organisation.hoofdOIN = head.oin;
		} else {
			const government = random.chance(20) ? listed.pop() : undefined;
			Object.assign(organisation, government ?? { naam: names.next().value as string });
		}
		organisation.kvkNummer = random.chance(70) ? random.digits(8) : null;
		setDates(random, organisation);
		register.push(organisation);
	}
	const byOin = new Map(register.map((organisation) => [organisation.oin, organisation]));
	for (const { oin, hoofdOIN } of register) {
		if (hoofdOIN) byOin.get(hoofdOIN)?.subOINs.push(oin);
	}
	return register;
});

/** Prefix, number and filling as in the document's OINs; 00000004 is the prefix of a part. */
function newOin(random: Random, used: Set<string>, head: Organisation | undefined): string {
	for (;;) {
		const prefix = head ? '00000004' : random.pick(['00000001', '00000003']);
		const oin = `${prefix}${random.digits(9)}000`;
		if (used.has(oin)) continue;
		used.add(oin);
		return oin;
	}
}

function setDates(random: Random, organisation: Organisation): void {
	const changed = random.between(0, (lastChange - firstIssue) / day);
	const issued = random.between(0, changed);
	organisation.afgifteDatum = midnight(issued);
	organisation.laatstAangepastDatum = midnight(changed);
	if (random.chance(5)) {
		organisation.status = 'Ingetrokken';
		organisation.intrekDatum = organisation.laatstAangepastDatum;
	}
}

/** Dutch midnight, where the clock changes with the month: `dutchMidnight` takes long for many. */
function midnight(days: number): string {
	const date = new Date(firstIssue + days * day);
	const summer = date.getUTCMonth() >= 3 && date.getUTCMonth() <= 9;
	return toDateTime(new Date(date.getTime() - (summer ? 2 : 1) * 3_600_000));
}
