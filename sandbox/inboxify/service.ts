import { Hono } from 'hono';
import type { Exchange, SandboxContext, SandboxEnv } from '../exchange';
import { Refusal } from '../refusal';
import { SandboxService, type ServiceSettings } from '../server';
import { Table } from '../table';
import { answer } from './answers';
import { Authentication, keyOf } from './authentication';
import { bulkRoutes, type FailureShape } from './bulkRoutes';
import type { Contact } from './contact';
import { ContactList } from './contactList';
import { contactRoutes } from './contactRoutes';
import { tagRoutes } from './tagRoutes';

export interface InboxifySettings extends ServiceSettings {
	/** Contacts in the first list, 2,500 when absent; the other two have 300 and 40. */
	contacts?: number;
	/** The account's setting for confirmation mails; off when absent. */
	confirmation?: boolean;
}

/** Inboxify: lists of newsletter contacts. */
export class InboxifyService extends SandboxService {
	readonly apiKey = 'sandbox-api-sleutel';
	readonly secretKey = 'sandbox-geheime-sleutel';
	/** By name, in any letter case: the document writes one name in two ways. */
	readonly lists = new Table<ContactList>({ keyOf: (name) => name.toLowerCase() });
	/** Without it `unsubscribed: false` does not subscribe anyone again. */
	confirmation: boolean;
	/** How contacts that failed in a bulk call are listed. */
	failureShape: FailureShape = 'object';
	/** Whether the x-Total headers are sent. */
	totals = true;
	/** Whether PUT and the adding of tags answer with the result, or with a status alone. */
	echo = true;
	/** The status for a new contact whose address is in the list already. */
	duplicateStatus: 400 | 409 = 409;

	private readonly authentication = new Authentication(this);

	constructor(settings: InboxifySettings) {
		super([''], settings);
		this.confirmation = settings.confirmation ?? false;
		this.addList('Webshopklanten', settings.contacts ?? 2500);
		this.addList('Nieuwsbrief algemeen', 300);
		this.addList('Leden & donateurs', 40);

		this.app.use(async (c, next) => {
			if (c.env.refusal) throw new Refusal(401, c.env.refusal);
			if (c.env.bodyForm === 'unparsable') throw new Refusal(400, 'The body is not valid JSON');
			await next();
		});
		const routes = this.routes();
		this.app.route('/', routes);
		// The document writes some paths with this prefix and some without.
		this.app.route('/api', routes);
	}

	/** Adds a list with so many seeded contacts. */
	addList(name: string, contacts = 0): ContactList {
		const list = new ContactList(name, contacts);
		this.lists.set(name, list);
		return list;
	}

	/** The list that a path names; 404 when there is none. */
	listOf(c: SandboxContext): ContactList {
		const name = c.req.param('list') ?? '';
		const list = this.lists.get(name);
		if (!list) throw new Refusal(404, `There is no list ${name}`);
		return list;
	}

	/** The contact that a path names; 404 when there is none. */
	contactOf(c: SandboxContext): Contact {
		const identifier = c.req.param('id') ?? '';
		const contact = this.listOf(c).find(identifier);
		if (!contact) throw new Refusal(404, `There is no contact ${identifier}`);
		return contact;
	}

	totalsHeaders(totals: Record<string, number>): Record<string, string> | undefined {
		if (!this.totals) return undefined;
		return Object.fromEntries(Object.entries(totals).map(([name, total]) => [name, `${total}`]));
	}

	/** The shape of an error is not documented: the sandbox's choice. */
	protected errorBody({ message }: Refusal): unknown {
		return { message };
	}

	protected override arrive(exchange: Exchange): void {
		const { entry } = exchange;
		entry.key = keyOf(entry.headers);
		// Before any fault: the salt of a request that fails is spent too.
		exchange.refusal = this.authentication.problemOf(entry.headers);
	}

	private routes(): Hono<SandboxEnv> {
		const routes = new Hono<SandboxEnv>();
		routes.get('/lists', (c) =>
			answer(
				c.env,
				200,
				this.lists.rows.map(({ id, name }) => ({ id, list: name })),
			),
		);
		routes.route('/contacts', bulkRoutes(this));
		routes.route('/contacts', contactRoutes(this));
		routes.route('/contacts', tagRoutes(this));
		return routes;
	}
}
