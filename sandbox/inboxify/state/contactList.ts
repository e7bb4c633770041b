import { Random } from '../../data/random';
import { Table } from '../../data/table';
import { newContact, type Contact, type ContactFields } from './contact';
import { inboxifyId, seedSubscribers } from './seed';

/** A list and its contacts. */
export class ContactList {
	readonly id: string;
	/** By e-mail address in lower case, in order of registration. */
	readonly contacts = new Table<Contact>({
		keyOf: (email) => email.toLowerCase(),
		secondKeyOf: ({ id }) => id,
	});
	/**
	 * Addresses in lower case that a bulk-delete also unsubscribed. What the service does when such
	 * an address comes back is not documented, so here it has no effect.
	 */
	readonly unsubscribedAddresses = new Set<string>();

	private readonly random: Random;

	/** @param seeded the number of contacts to start with */
	constructor(
		readonly name: string,
		seeded = 0,
	) {
		this.random = new Random(`inboxify new ${name}`);
		this.id = inboxifyId(this.random);
		for (const subscriber of seedSubscribers(name, seeded)) {
			const { id, registrationDate, bounced, ...fields } = subscriber;
			const contact = newContact(id, name, fields, registrationDate);
			contact.bounced = bounced;
			this.contacts.set(contact.email, contact);
		}
	}

	/** @param identifier the id, or the e-mail address in any letter case */
	find(identifier: string): Contact | undefined {
		return identifier.includes('@')
			? this.contacts.get(identifier)
			: this.contacts.findBySecondKey(identifier);
	}

	/** Adds a contact that is not in the list yet. */
	add(fields: ContactFields & { email: string }): Contact {
		const today = `${new Date().toISOString().slice(0, 10)}T00:00:00`;
		const contact = newContact(inboxifyId(this.random), this.name, fields, today);
		this.contacts.set(contact.email, contact);
		return contact;
	}

	/**
	 * Writes a contact anew: of fields not sent, and of an unsubscription, nothing stays. The document
	 * says 'overwritten with the new data', and promises that fields stay for PUT alone.
	 */
	overwrite(contact: Contact, fields: ContactFields): void {
		const { id, list, email, bounced, registrationDate } = contact;
		const anew = newContact(id, list, { ...fields, email }, registrationDate);
		Object.assign(contact, anew, { bounced });
	}

	/**
	 * Changes the given fields.
	 *
	 * @param confirmation without it `unsubscribed: false` is passed over in silence
	 */
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
