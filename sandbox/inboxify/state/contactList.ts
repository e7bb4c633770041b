import { address, companyName, mobileNumber, person, slug } from '../../data/people';
import { Random, seeded } from '../../data/random';
import { Table } from '../../data/table';
import { newContact, type Contact, type ContactFields } from './contact';

const tags = ['Merk A', 'Merk B', 'Klant', 'Zakelijk', 'Actie voorjaar', 'Beurs', 'VIP'];
const firstRegistration = Date.UTC(2015, 1, 25);
const day = 86_400_000;

/** An id like the one in the document: 16 bytes in base64, written in hexadecimal. */
const inboxifyId = (random: Random): string =>
	Buffer.from(random.bytes(16).toString('base64')).toString('hex').toUpperCase();

const dateOf = (time: number): string => `${new Date(time).toISOString().slice(0, 10)}T00:00:00`;

/** In order of registration; about 8 % unsubscribed and 2 % bounced. */
const seedContacts = seeded((list: string, count: number): Contact[] => {
	const random = new Random(`inboxify ${list}`);
	return Array.from({ length: count }, (_, index) => {
		const someone = person(random);
		const registered = firstRegistration + Math.floor(((index + 1) / count) * 4000) * day;
		const id = inboxifyId(random);
		const fields = {
			email: `${slug(`${someone.firstName} ${someone.lastName}`)}.${index + 1}@post.example`,
			companyName: random.chance(40) ? companyName(random) : '',
			...someone,
			...address(random),
			countryCode: random.chance(94) ? 'NLD' : 'BEL',
			mobile: random.chance(70) ? mobileNumber(random) : '',
			tags: tags.filter(() => random.chance(20)),
			unsubscribed: random.chance(8),
		};
		const bounced = random.chance(2);
		return { ...newContact(id, list, fields, dateOf(registered)), bounced };
	});
});

export class ContactList {
	readonly id: string;
	/** By e-mail address in lower case, in order of registration. */
	readonly contacts = new Table<Contact>({
		keyOf: (email) => email.toLowerCase(),
		secondKeyOf: ({ id }) => id,
	});
	/**
	 * Addresses in lower case that a bulk-delete also unsubscribed. What happens when such an address
	 * comes back is not documented, so here it has no effect.
	 */
	readonly unsubscribedAddresses = new Set<string>();
	private readonly random: Random;

	constructor(
		readonly name: string,
		count = 0,
	) {
		this.random = new Random(`inboxify new ${name}`);
		this.id = inboxifyId(this.random);
		for (const contact of seedContacts(name, count)) this.contacts.set(contact.email, contact);
	}

	/** @param identifier the id, or the e-mail address in any letter case */
	find(identifier: string): Contact | undefined {
		return identifier.includes('@')
			? this.contacts.get(identifier)
			: this.contacts.findBySecondKey(identifier);
	}

	/** Adds a contact that is not in the list yet. */
	add(fields: ContactFields & { email: string }): Contact {
		const contact = newContact(inboxifyId(this.random), this.name, fields, dateOf(Date.now()));
		this.contacts.set(contact.email, contact);
		return contact;
	}

	/**
	 * Replaces a contact, its unsubscription included. The document says 'overwritten with the new
	 * data', and promises only for PUT that fields stay.
	 */
	overwrite(contact: Contact, fields: ContactFields): void {
		const { id, list, email, bounced, registrationDate } = contact;
		const replacement = newContact(id, list, { ...fields, email }, registrationDate);
		Object.assign(contact, replacement, { bounced });
	}

	/** @param confirmation without it `unsubscribed: false` is ignored */
	change(contact: Contact, fields: ContactFields, confirmation: boolean): void {
		const { email = contact.email, unsubscribed, ...rest } = fields;
		Object.assign(contact, rest);
		if (unsubscribed === true || confirmation) {
			contact.unsubscribed = unsubscribed ?? contact.unsubscribed;
		}
		if (email === contact.email) return;
		this.contacts.delete(contact.email);
		contact.email = email;
		this.contacts.set(email, contact);
	}
}
