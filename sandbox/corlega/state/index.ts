import { Random } from '../../data/random';
import type { Table } from '../../data/table';
import { SlidingWindow, type RateLimit } from '../../http/rateLimit';
import {
	ServiceState,
	type Detail,
	type SandboxCredential,
	type ServiceSettings,
} from '../../http/serviceState';
import { ApiKeys, type ApiKey } from './keys';
import { seedOrganization, type Organization } from './organization';
import { contactResource, documentResource, type Resource, type Row } from './records';
import { corlegaId } from './seed';

export interface CorlegaSettings extends ServiceSettings {
	/** 250 when absent; also of quotes and invoices. */
	contacts?: number;
	quotes?: number;
	invoices?: number;
	/** The documented 120 a minute when absent; null for none. */
	limit?: RateLimit | null;
}

/** Corlega: contacts, quotes, invoices, the organisation, and what a key may do. */
export class CorlegaState extends ServiceState {
	readonly title = 'Corlega';
	readonly imitates = 'https://api.corlega.com/v1';

	readonly apiKeys = new ApiKeys(new Random('corlega keys'));
	/** The keys at the start; the same in every run. */
	readonly keys = {
		full: this.addKey(['*']),
		contactsOnly: this.addKey(['contacts.*']),
		readOnly: this.addKey(['contacts.read', 'quotes.read', 'invoices.read', 'organization.read']),
		/** Valid, but of no use here. */
		webhooksOnly: this.addKey(['webhooks.read']),
	};
	readonly organization: Organization;
	readonly resources: readonly Resource[];
	readonly contacts: Table<Row>;
	readonly quotes: Table<Row>;
	readonly invoices: Table<Row>;
	/** Per key; null for no limit. */
	limit: RateLimit | null;
	/** Sent as the Deprecation header of every answer when set. */
	deprecation: string | undefined;
	private readonly window = new SlidingWindow();

	constructor(settings: CorlegaSettings) {
		super(settings);
		const { contacts = 250, quotes = 250, invoices = 250 } = settings;
		const { limit = { requests: 120, windowMs: 60_000 } } = settings;
		this.limit = limit;
		const organization = seedOrganization(corlegaId(new Random('corlega organization')));
		this.organization = organization;
		this.resources = [
			contactResource(contacts),
			documentResource('quotes', quotes, () => organization.quoteNumberPrefix),
			documentResource('invoices', invoices, () => organization.invoiceNumberPrefix),
		];
		[this.contacts, this.quotes, this.invoices] = this.resources.map(({ rows }) => rows);
	}

	get credential(): SandboxCredential {
		return {
			id: 'corlegaAccount01',
			name: 'Corlega account',
			type: 'corlegaApi',
			data: {
				apiKey: this.keys.full,
				baseUrl: this.url,
				requestsPerMinute: this.limit === null ? '1000000' : '120',
			},
		};
	}

	describe(): Detail[] {
		const { keys, contacts, quotes, invoices } = this;
		return [
			{ label: 'API keys', value: `${keys.full}  scope *` },
			{ label: '', value: `${keys.contactsOnly}  scope contacts.*` },
			{ label: '', value: `${keys.readOnly}  read scopes only` },
			{ label: '', value: `${keys.webhooksOnly}  scope webhooks.read` },
			{
				label: 'Contacts',
				value: `${contacts.size}, quotes ${quotes.size}, invoices ${invoices.size}`,
			},
		];
	}

	addKey(scopes: string[]): string {
		return this.apiKeys.add(scopes);
	}

	/** Counts a request against the limit. @returns milliseconds until there is room */
	count({ key }: ApiKey): number {
		return this.limit ? this.window.take(key, this.limit) : 0;
	}

	clearLimit(): void {
		this.window.clear();
	}
}
