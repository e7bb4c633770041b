import type { Sandbox } from '../../../sandbox';
import type { Scenario } from './scenario';

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
	const told = rows.find(({ unsubscribed }) => !unsubscribed)!;
	const returning = rows.find(({ unsubscribed }) => unsubscribed)!;
	return {
		...common,
		parameters: parametersFor('contactUnsubscribed'),
		isPoll: ({ path, query }) => path === `/contacts/${LIST}` && query.unsubscribed !== undefined,
		tell() {
			told.unsubscribed = true;
			return told.email;
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
		tell: () => list.add({ email: 'told@restart.example' }).email,
		prepare() {
			list.contacts.delete(returning.email);
		},
		change() {
			list.contacts.set(returning.email, returning);
			return returning.email;
		},
	};
}
