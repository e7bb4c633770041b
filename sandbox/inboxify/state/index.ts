import { Table } from '../../data/table';
import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../../http/serviceState';
import { Authentication } from './authentication';
import { ContactList } from './contactList';

export interface InboxifySettings extends ServiceSettings {
	/** Contacts in the first list, 2,500 when absent; the other two have 300 and 40. */
	contacts?: number;
}

/** How a failed contact is listed. */
export type FailureShape = 'object' | 'string' | 'emailOnly' | 'nested';

/** Inboxify: lists of newsletter contacts. */
export class InboxifyState extends ServiceState {
	readonly title = 'Inboxify';
	readonly imitates = 'https://api.inboxify.nl';

	readonly apiKey = 'sandbox-api-sleutel';
	readonly secretKey = 'sandbox-geheime-sleutel';
	readonly authentication = new Authentication(this);
	/** By name, in any letter case: the document writes a name in two ways. */
	readonly lists = new Table<ContactList>({
		keyOf: (name) => name.toLowerCase(),
		secondKeyOf: ({ id }) => id.toLowerCase(),
	});
	/** The account's setting for confirmation mails. */
	confirmation = false;
	failureShape: FailureShape = 'object';
	/** Whether the x-Total headers are sent. */
	totals = true;
	/** Whether PUT and adding tags answer with the result, or only with a status. */
	echo = true;

	constructor(settings: InboxifySettings) {
		super(settings);
		this.addList('Webshopklanten', settings.contacts ?? 2500);
		this.addList('Nieuwsbrief algemeen', 300);
		this.addList('Leden & donateurs', 40);
	}

	get credential(): SandboxCredential {
		const { apiKey, secretKey, url: baseUrl } = this;
		return {
			id: 'inboxifyAccount1',
			name: 'Inboxify account',
			type: 'inboxifyApi',
			data: { authentication: 'signature', apiKey, secretKey, baseUrl },
		};
	}

	describe(): Detail[] {
		const lists = this.lists.rows.map(({ name, contacts }) => `${name} (${contacts.size})`);
		return [
			{ label: 'API key', value: this.apiKey },
			{ label: 'Secret key', value: this.secretKey },
			{ label: 'Lists', value: lists.join(', ') },
		];
	}

	/** @param identifier the name or the id of a list, both in any letter case */
	findList(identifier: string): ContactList | undefined {
		return this.lists.get(identifier) ?? this.lists.findBySecondKey(identifier.toLowerCase());
	}

	addList(name: string, contacts = 0): ContactList {
		const list = new ContactList(name, contacts);
		this.lists.set(name, list);
		return list;
	}
}
