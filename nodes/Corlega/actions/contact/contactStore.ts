import type { IDataObject } from 'n8n-workflow';

import { isIdentifier } from '../../../shared/input/check';
import { RequestError } from '../../../shared/service/RequestError';
import { matchKeys } from './matchKey';

/** The ID of a contact. @throws RequestError where it has none, so that it can't be worked with */
export function idOf({ id }: IDataObject): string {
	if (isIdentifier(id)) return String(id);
	throw new RequestError({
		message: 'Corlega answered with a contact that has no ID',
		advice: 'Check the base URL in the credential, and whether a proxy stands in between.',
	});
}

/** Contacts as they are known, by their ID and by what they can be matched on. */
export class ContactStore {
	private readonly contacts = new Map<string, IDataObject>();

	private readonly ids = new Map<string, Set<string>>();

	/** Keeps a contact in the place of what was known of it. */
	put(contact: IDataObject): void {
		const id = idOf(contact);
		this.remove(id);
		this.contacts.set(id, contact);
		for (const key of matchKeys(contact)) {
			this.ids.set(key, (this.ids.get(key) ?? new Set()).add(id));
		}
	}

	remove(id: string): void {
		for (const key of matchKeys(this.contacts.get(id) ?? {})) this.ids.get(key)?.delete(id);
		this.contacts.delete(id);
	}

	get(id: string): IDataObject | undefined {
		return this.contacts.get(id);
	}

	/** All contacts with this key. */
	find(key: string): IDataObject[] {
		return [...(this.ids.get(key) ?? [])].map((id) => this.contacts.get(id)!);
	}
}
