import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest, Sandbox } from '../../sandbox';
import { plain } from '../../sandbox/cor/state/organisation';

/**
 * Changes around the restart. `prepare` makes one that is not emitted, but that the trigger must
 * save in order to emit the later change.
 */
export interface Scenario {
	service: 'corlega' | 'inboxify' | 'cor';
	parameters: IDataObject & { events: string[] };
	isPoll(request: LoggedRequest): boolean;
	/** Makes a change that is emitted while n8n runs. @returns its id */
	changeBefore(): string;
	/** Makes a change that a poll sees and does not emit. */
	prepare(): void;
	/** Makes a change while n8n is down, to be emitted later. @returns its id */
	change(): string;
	/** The id of an emitted item: one of those above. */
	identify(item: IDataObject): string;
}

const OIN = '00000009999999999000';

export function organisationChanged({ cor }: Sandbox): Scenario {
	const rename = (oin: string, naam: string) => {
		cor.change(oin, { naam });
		return `${oin} ${naam}`;
	};
	return {
		service: 'cor',
		parameters: { events: ['organisationChanged'] },
		isPoll: ({ path }) => path === '/laatsteWijziging',
		changeBefore: () => rename(cor.organisations[0].oin, 'Changed before the end'),
		prepare() {
			const afgifteDatum = new Date().toISOString();
			cor.organisations.push({ ...plain(OIN, 'New'), afgifteDatum });
			cor.change(OIN, {});
		},
		change: () => rename(OIN, 'Changed while n8n was down'),
		identify: ({ oin, naam }) => `${String(oin)} ${String(naam)}`,
	};
}

const ID = '01RESTART0000000000000000A';

export function quoteStatusChanged({ corlega: { quotes } }: Sandbox): Scenario {
	const [known] = quotes.rows;
	return {
		service: 'corlega',
		// Contacts stay as they are: their list is read beside that of the quotes.
		parameters: { events: ['contactUpdated', 'quoteStatusChanged'], options: { share: 100 } },
		isPoll: ({ path, query }) => path === '/quotes' && query.page === '1',
		changeBefore() {
			quotes.change(known, { status: 'accepted' });
			return `${known.id} accepted`;
		},
		prepare() {
			quotes.set(ID, { id: ID, number: 'Q-RESTART', status: 'draft', total: 1 } as never);
		},
		change() {
			quotes.change(quotes.get(ID)!, { status: 'sent' } as never);
			return `${ID} sent`;
		},
		identify: ({ id, to }) => `${String(id)} ${String(to)}`,
	};
}

const LIST = 'Webshopklanten';

const common = {
	service: 'inboxify' as const,
	identify: ({ email }: { email?: unknown }) => String(email),
};

const parametersFor = (event: string) => ({
	events: [event],
	list: { __rl: true, mode: 'name', value: LIST },
});

/** An unsubscribed contact subscribes, and unsubscribes again. */
export function contactUnsubscribed({ inboxify }: Sandbox): Scenario {
	const { rows } = inboxify.lists.get(LIST)!.contacts;
	const leaver = rows.find(({ unsubscribed }) => !unsubscribed)!;
	const returning = rows.find(({ unsubscribed }) => unsubscribed)!;
	return {
		...common,
		parameters: parametersFor('contactUnsubscribed'),
		isPoll: ({ path, query }) => path === `/contacts/${LIST}` && query.unsubscribed !== undefined,
		changeBefore() {
			leaver.unsubscribed = true;
			return leaver.email;
		},
		prepare() {
			returning.unsubscribed = false;
		},
		change() {
			returning.unsubscribed = true;
			return returning.email;
		},
	};
}

/** A contact is removed from the list, and comes back with the same id. */
export function contactAdded({ inboxify }: Sandbox): Scenario {
	const list = inboxify.lists.get(LIST)!;
	const returning = list.contacts.rows[20];
	return {
		...common,
		parameters: parametersFor('contactAdded'),
		isPoll: ({ path, query }) => path === `/contacts/${LIST}` && query.unsubscribed === undefined,
		changeBefore: () => list.add({ email: 'added@restart.example' }).email,
		prepare() {
			list.contacts.delete(returning.email);
		},
		change() {
			list.contacts.set(returning.email, returning);
			return returning.email;
		},
	};
}

/** For each trigger a change that only its saved state can reveal. */
export const scenarios: Array<(sandbox: Sandbox) => Scenario> = [
	quoteStatusChanged,
	contactUnsubscribed,
	contactAdded,
	organisationChanged,
];
