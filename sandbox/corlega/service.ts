import { Hono } from 'hono';
import type { Exchange, SandboxContext, SandboxEnv } from '../exchange';
import { SlidingWindow, type RateLimit } from '../rateLimit';
import { Refusal } from '../refusal';
import { corlegaId } from '../seed/corlega';
import { Random } from '../seed/random';
import { SandboxService, type ServiceSettings } from '../server';
import type { Table } from '../table';
import { answer, needs } from './answers';
import { fieldsOf } from './body';
import { contactResource } from './contacts';
import { documentResource } from './documents';
import { corlegaError } from './errors';
import { ApiKeys, bearerToken } from './keys';
import { checkOrganization, seedOrganization, type Organization } from './organization';
import { resourceRoutes, type Resource, type Row } from './resources';

export interface CorlegaSettings extends ServiceSettings {
	/** 250 when absent; also of quotes and invoices. */
	contacts?: number;
	quotes?: number;
	invoices?: number;
	/** The documented 120 a minute when absent; null for none. */
	limit?: RateLimit | null;
}

/** Keys that are there from the start; the same in every run. */
export interface CorlegaKeys {
	/** Scope `*`. */
	full: string;
	/** Scope `contacts.*`. */
	contactsOnly: string;
	/** The read scope of contacts, quotes, invoices and the organisation. */
	readOnly: string;
	/** Scope `webhooks.read`: valid, and good for nothing that the sandbox has. */
	webhooksOnly: string;
}

const documentedLimit: RateLimit = { requests: 120, windowMs: 60_000 };
const seeded = 250;

/** Corlega: contacts, quotes, invoices, the organisation, and what a key may do. */
export class CorlegaService extends SandboxService {
	readonly keys: CorlegaKeys;
	readonly contacts: Table<Row>;
	readonly quotes: Table<Row>;
	readonly invoices: Table<Row>;
	readonly organization: Organization;
	/** Per key; null for no limit. */
	limit: RateLimit | null;
	/** Sent as the Deprecation header of every answer when set. */
	deprecation: string | undefined;

	private readonly apiKeys = new ApiKeys(new Random('corlega keys'));
	private readonly window = new SlidingWindow();

	constructor(settings: CorlegaSettings) {
		super(['/v1', '/api/v1'], settings);
		this.limit = settings.limit === undefined ? documentedLimit : settings.limit;
		this.organization = seedOrganization(corlegaId(new Random('corlega organization')));
		this.keys = {
			full: this.addKey(['*']),
			contactsOnly: this.addKey(['contacts.*']),
			readOnly: this.addKey(['contacts.read', 'quotes.read', 'invoices.read', 'organization.read']),
			webhooksOnly: this.addKey(['webhooks.read']),
		};

		const { organization } = this;
		const contacts = contactResource(settings.contacts ?? seeded);
		const quotes = documentResource(
			'quotes',
			settings.quotes ?? seeded,
			() => organization.quoteNumberPrefix,
		);
		const invoices = documentResource(
			'invoices',
			settings.invoices ?? seeded,
			() => organization.invoiceNumberPrefix,
		);
		this.contacts = contacts.rows;
		this.quotes = quotes.rows;
		this.invoices = invoices.rows;

		const routes = this.routes([contacts, quotes, invoices]);
		this.app.route('/v1', routes);
		// The legacy base answers the same, by the document.
		this.app.route('/api/v1', routes);
	}

	/** Makes a key with these scopes; at least one. */
	addKey(scopes: string[]): string {
		return this.apiKeys.add(scopes);
	}

	/** Makes a key invalid, at once. */
	revoke(key: string): void {
		this.apiKeys.revoke(key);
	}

	/** Forgets the requests that count against the limit. */
	clearLimit(): void {
		this.window.clear();
	}

	protected errorBody(refusal: Refusal): unknown {
		return corlegaError(refusal);
	}

	protected override arrive(exchange: Exchange): void {
		exchange.entry.key = bearerToken(exchange.entry.headers.authorization);
		if (this.deprecation !== undefined) exchange.addedHeaders = { Deprecation: this.deprecation };
	}

	private routes(resources: Resource[]): Hono<SandboxEnv> {
		const keys = this.apiKeys;
		const routes = new Hono<SandboxEnv>();
		routes.use(async (c, next) => {
			this.admit(c);
			await next();
		});
		for (const resource of resources) {
			routes.route(`/${resource.name}`, resourceRoutes(resource, keys));
		}
		routes.get('/me', needs(keys, 'organization.read'), (c) => this.aboutKey(c));
		routes.get('/organization', needs(keys, 'organization.read'), (c) =>
			answer(c, 200, this.organization),
		);
		routes.patch('/organization', needs(keys, 'organization.write'), (c) => {
			const fields = fieldsOf(c.env);
			checkOrganization(fields);
			Object.assign(this.organization, fields);
			return answer(c, 200, this.organization);
		});
		return routes;
	}

	/** Lets a request in whose key is valid and has room under the limit. */
	private admit(c: SandboxContext): void {
		const apiKey = this.apiKeys.find(c.env.entry.headers.authorization);
		if (!apiKey) throw new Refusal(401, 'Invalid or missing API key.');
		if (!this.limit) return;
		const wait = this.window.take(apiKey.key, this.limit);
		if (wait > 0) {
			throw new Refusal(429, 'Rate limit exceeded.', undefined, {
				'Retry-After': String(Math.ceil(wait / 1000)),
			});
		}
	}

	private aboutKey(c: SandboxContext): Response {
		const apiKey = this.apiKeys.find(c.env.entry.headers.authorization);
		return answer(c, 200, {
			apiKeyId: apiKey?.apiKeyId,
			organizationId: this.organization.id,
			scopes: apiKey?.scopes,
			prefix: `${apiKey?.key.slice(0, 'corlega_'.length + 8)}…`,
		});
	}
}
