import { Random } from '../../data/random';
import { seeded } from '../../data/seeded';
import { documented } from './documented';
import { municipalities, organisationNames, provinces, waterBoards } from './governments';
import { plain, toDateTime, type Organisation } from './organisation';

const day = 86_400_000;
const firstIssue = Date.UTC(2009, 11, 11);
const lastChange = Date.UTC(2026, 5, 30);

/**
 * The register: first the document's organisations, then governments and others in no order. About
 * 5 % are withdrawn and 10 % are a part of an organisation before them. OINs are unique, and names
 * but for one that the document has twice.
 */
export const seedOrganisations = seeded((count: number): Organisation[] => {
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
		const organisation: Organisation = plain(newOin(random, used, head), '');
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
});

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
		...waterBoards.map(([naam, organisatieCode, afkorting]) => ({
			naam,
			organisatieCode,
			afkorting,
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
	const changed = random.between(0, days);
	const issued = random.between(0, changed);
	organisation.afgifteDatum = dutchMidnight(issued);
	organisation.laatstAangepastDatum = dutchMidnight(changed);
	if (random.chance(5)) {
		organisation.status = 'Ingetrokken';
		organisation.intrekDatum = organisation.laatstAangepastDatum;
	}
}

/** Midnight in the Netherlands, 22 or 23 o'clock UTC; clocks change with the month here. */
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
