import { municipalities, organisationNames, provinces, waterBoards } from './governments';
import { Random } from './random';

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
const documented: readonly Organisation[] = [
	{
		...plain('00000001234567891000', 'Gemeente Test', '2009-12-10T23:00:00Z', '2016-05-26T22:00:00Z'),
		kvkNummer: '12345678',
		organisatieCode: '0163',
		organisatieType: 'GM',
	},
	{
		...plain('00000001234561259000', 'Gemeente Sluis', '2014-06-04T22:00:00Z', '2014-08-25T22:00:00Z'),
		organisatieCode: '1234',
		organisatieType: 'GM',
	},
	{
		...plain('00000001001600123456', 'Gemeente Test A', '2010-03-07T23:00:00Z', '2014-07-02T22:00:00Z'),
		organisatieCode: '9999',
		organisatieType: 'GM',
	},
	{
		...plain('00000001111111111000', 'Noordoost-Test', '2014-10-29T23:00:00Z', '2014-12-28T23:00:00Z'),
		kvkNummer: '10000000',
	},
	{
		...plain('00000002811223344007', 'Midden Test', '2014-10-29T23:00:00Z', '2014-12-29T23:00:00Z'),
		kvkNummer: '17155555',
		hoofdOIN: '00000001111111111000',
	},
];

const day = 86_400_000;
const firstIssue = Date.UTC(2009, 11, 11);
const lastChange = Date.UTC(2026, 5, 30);

/**
 * The register: first the document's organisations, then governments and others in no order. About
 * 5 % are withdrawn and 10 % are a part of an organisation before them. Names and OINs are unique.
 */
export function seedOrganisations(count: number): Organisation[] {
	const random = new Random('cor organisations');
	const register: Organisation[] = documented
		.slice(0, count)
		.map((organisation) => ({ ...organisation, subOINs: [] }));
	const governments = random.shuffle(listedGovernments());
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
		const organisation: Organisation = plain(newOin(random, used, head), '', '', '');
		if (head) {
			const part = (parts.get(head) ?? 0) + 1;
			parts.set(head, part);
			organisation.naam = `${head.naam} - Dienst ${part}`;
			organisation.hoofdOIN = head.oin;
		} else {
			const government = random.chance(20) ? governments.pop() : undefined;
			if (government) Object.assign(organisation, government);
			else organisation.naam = names.next().value as string;
		}
		organisation.kvkNummer = random.chance(70) ? random.digits(8) : null;
		date(random, organisation);
		register.push(organisation);
	}
	linkParts(register);
	return register;
}

function plain(oin: string, naam: string, issued: string, changed: string): Organisation {
	return {
		oin,
		naam,
		status: 'Actief',
		kvkNummer: null,
		organisatieCode: null,
		organisatieType: null,
		afgifteDatum: issued,
		laatstAangepastDatum: changed,
		intrekDatum: null,
		hoofdOIN: null,
		subOINs: [],
	};
}

function listedGovernments(): Array<Partial<Organisation>> {
	return [
		...municipalities.map(([name, organisatieCode]) => ({
			naam: `Gemeente ${name}`,
			organisatieCode,
			organisatieType: 'GM' as const,
		})),
		...provinces.map(([name, organisatieCode]) => ({
			naam: `Provincie ${name}`,
			organisatieCode,
			organisatieType: 'PV' as const,
		})),
		...waterBoards.map(([naam, organisatieCode]) => ({
			naam,
			organisatieCode,
			organisatieType: 'WS' as const,
		})),
	];
}

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

function date(random: Random, organisation: Organisation): void {
	const days = (lastChange - firstIssue) / day;
	const issued = random.between(0, days);
	const changed = random.between(issued, days);
	organisation.afgifteDatum = dutchMidnight(issued);
	organisation.laatstAangepastDatum = dutchMidnight(changed);
	if (random.chance(5)) {
		organisation.status = 'Ingetrokken';
		organisation.intrekDatum = organisation.laatstAangepastDatum;
	}
}

/** Midnight in the Netherlands, which is 22 or 23 o'clock UTC; the change of the clocks is rounded. */
function dutchMidnight(days: number): string {
	const date = new Date(firstIssue + days * day);
	const summer = date.getUTCMonth() >= 3 && date.getUTCMonth() <= 9;
	return toDateTime(new Date(date.getTime() - (summer ? 2 : 1) * 3_600_000));
}

function linkParts(register: Organisation[]): void {
	const byOin = new Map(register.map((organisation) => [organisation.oin, organisation]));
	for (const { oin, hoofdOIN } of register) {
		if (hoofdOIN) byOin.get(hoofdOIN)?.subOINs.push(oin);
	}
}

/** A date-time as the document writes it, without fractions of a second. */
export function toDateTime(date: Date): string {
	return `${date.toISOString().slice(0, 19)}Z`;
}
