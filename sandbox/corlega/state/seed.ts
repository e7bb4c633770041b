import { companyName, mobileNumber, person, slug } from '../../data/people';
import { Random, seeded } from '../../data/random';

export type Fields = Record<string, unknown>;

/** A stored contact, quote or invoice. */
export interface Row extends Fields {
	id: string;
}

/** An identifier like those in the API reference: 26 characters that start with 01H. */
export const corlegaId = (random: Random): string =>
	`01H${random.characters(23, '0123456789ABCDEFGHJKMNPQRSTVWXYZ')}`;

/** Mostly companies, with e-mail addresses that are all different. */
export const seedContacts = seeded((count: number): Row[] => {
	const random = new Random('corlega contacts');
	return Array.from({ length: count }, (_, index) => {
		const id = corlegaId(random);
		// The document's pattern, `06 12345678`.
		const phone = mobileNumber(random).replace('06', '06 ');
		if (random.chance(75)) {
			const name = companyName(random);
			const email = `info${index + 1}@${slug(name)}.example`;
			return { id, name, email, phone, kvkNumber: random.digits(8), type: 'business' };
		}
		const { firstName, insertion, lastName } = person(random);
		const name = [firstName, insertion, lastName].filter(Boolean).join(' ');
		// The document names only the type `business`; the other is the sandbox's choice.
		return { id, name, email: `${slug(name)}.${index + 1}@post.example`, phone, type: 'private' };
	});
});

export const numberOf = (prefix: string, number: number): string =>
	`${prefix}${String(number).padStart(4, '0')}`;

/** Only these fields are known, and those of a quote. The statuses are the sandbox's choice. */
export const seedDocuments = seeded(
	(kind: 'quotes' | 'invoices', prefix: string, count: number): Row[] => {
		const random = new Random(`corlega ${kind}`);
		const statuses =
			kind === 'quotes' ? ['draft', 'sent', 'accepted'] : ['draft', 'sent', 'paid', 'overdue'];
		return Array.from({ length: count }, (_, index) => ({
			id: corlegaId(random),
			number: numberOf(prefix, index + 1),
			status: statuses[index % statuses.length],
			total: random.between(5_000, 2_500_000) / 100,
		}));
	},
);
