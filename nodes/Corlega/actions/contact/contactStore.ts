import type { IDataObject } from 'n8n-workflow';

import { isIdentifier } from '../../../shared/input/check';
import { RequestError } from '../../../shared/service/RequestError';
import { matchKeys } from './matchKey';

/** Returns the ID of a contact. @throws RequestError if it has none */
export function idOf({ id }: IDataObject): string {
	if (isIdentifier(id)) return String(id);
	throw new RequestError({
		message: 'Corlega answered with a contact that has no ID',
		advice: 'Check the Base URL in the credential, and whether a proxy is in between.',
	});
}

/** Contacts by their ID and by what they can be matched on. */
export class ContactStore {
	private readonly contacts = new Map<string, IDataObject>();

	/** By match key, the IDs of contacts that have or had it. */
	private readonly ids = new Map<string, Set<string>>();

	/** Adds a contact, or replaces it. */
	put(contact: IDataObject): void {
		const id = idOf(contact);
		this.contacts.set(id, contact);
		for (const key of matchKeys(contact)) {
			this.ids.set(key, (this.ids.get(key) ?? new Set()).add(id));
		}
	}

	remove(id: string): void {
		this.contacts.delete(id);
	}

	/** Returns all contacts with this key. */
	find(key: string): IDataObject[] {
		return [...(this.ids.get(key) ?? [])]
			.map((id) => this.contacts.get(id) ?? {})
			.filter((contact) => matchKeys(contact).includes(key));
	}
}
