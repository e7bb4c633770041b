import { mobileNumber, slug } from '../../data/addresses';
import { companyName, person } from '../../data/names';
import { Random } from '../../data/random';
import { seeded } from '../../data/seeded';

const ulidAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface SeedContact {
	id: string;
	name: string;
	email: string;
	phone: string;
	kvkNumber?: string;
	type: string;
}

export interface SeedDocument {
	id: string;
	number: string;
	status: string;
	/** In euros. */
	total: number;
}

/** An identifier of the kind the API reference shows: 26 characters that start with 01H. */
export function corlegaId(random: Random): string {
	return `01H${random.characters(23, ulidAlphabet)}`;
}

/** Companies for the greater part, with e-mail addresses that are all different. */
export const seedContacts = seeded((count: number): SeedContact[] => {
	const random = new Random('corlega contacts');
	const contacts: SeedContact[] = [];
	for (let index = 1; index <= count; index++) {
		const id = corlegaId(random);
		// The document's pattern, `06 12345678`.
		const phone = mobileNumber(random).replace('06', '06 ');
		if (random.chance(75)) {
			const name = companyName(random);
			const email = `info${index}@${slug(name)}.example`;
			contacts.push({ id, name, email, phone, kvkNumber: random.digits(8), type: 'business' });
		} else {
			const { firstName, insertion, lastName } = person(random);
			const name = [firstName, insertion, lastName].filter(Boolean).join(' ');
			const email = `${slug(name)}.${index}@post.example`;
			// `business` is the only type the document names; the other is the sandbox's choice.
			contacts.push({ id, name, email, phone, type: 'private' });
		}
	}
	return contacts;
});

/**
 * Quotes or invoices: of their fields only these three are known, and those from a quote. The
 * statuses are the sandbox's choice.
 */
export const seedDocuments = seeded(
	(kind: 'quotes' | 'invoices', prefix: string, count: number): SeedDocument[] => {
		const random = new Random(`corlega ${kind}`);
		const statuses =
			kind === 'quotes' ? ['draft', 'sent', 'accepted'] : ['draft', 'sent', 'paid', 'overdue'];
		return Array.from({ length: count }, (_, index) => ({
			id: corlegaId(random),
			number: `${prefix}${String(index + 1).padStart(4, '0')}`,
			status: statuses[index % statuses.length],
			total: random.between(5_000, 2_500_000) / 100,
		}));
	},
);
