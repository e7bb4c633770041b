import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { lookUpOption } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import type { BulkEntry, Settle } from '../../../shared/node/operation';
import { hasBounced, isUnsubscribed } from '../../optOut';
import { addressKey, getContact, listNames, pagesLeft } from './lookUp';

/** Whose opt-outs count. */
type NeverAdd = 'none' | 'thisList' | 'allLists';

export const neverAddOption: INodeProperties = {
	displayName: 'Never Add',
	name: 'neverAdd',
	type: 'options',
	options: [
		{ name: 'Nobody', value: 'none', description: "Don't check for opt-outs" },
		{
			name: 'Opted Out of Any List',
			value: 'allLists',
			description:
				'Contacts that unsubscribed from or bounced in any list of the account. Reads all lists.',
		},
		{
			name: 'Opted Out of This List',
			value: 'thisList',
			description: 'Contacts that unsubscribed from or bounced in this list. Reads the list.',
		},
	],
	default: 'none',
	description:
		'Contacts to leave out because they unsubscribed (afgemeld) or mail to them came back (bounced). Nothing is sent for them, and their output items say why.',
};

/** Reads the options of operations that add contacts. @throws InputError */
export const readAdding = (item: Item) => ({
	neverAdd: item.option<NeverAdd>(neverAddOption),
	looksUp: item.option<boolean>(lookUpOption),
});

/** Why a contact must not be added; undefined if it may. */
function reasonOf(contact: IDataObject = {}): string | undefined {
	if (isUnsubscribed(contact)) return 'unsubscribed from';
	return hasBounced(contact) ? 'bounced in' : undefined;
}

/** Output of a contact that is left out. @param why e.g. `unsubscribed from Leden` */
export const leftOut = (email: string, why: string): IDataObject => ({
	email,
	outcome: 'leftOut',
	success: false,
	reason: `Left out: ${why}.`,
});

/** Who opted out. It reads a list once, unless getting each contact takes fewer requests. */
export class OptOuts {
	/** By path of the list: reasons by address; undefined where each contact is to be got. */
	private readonly lists = new Map<string, Promise<Map<string, string> | undefined>>();

	/** @param count contacts to look up */
	constructor(private readonly count: number) {}

	/**
	 * Finds out why an address must not be added, e.g. `unsubscribed from Leden`.
	 * @param list path of the list that it would be added to
	 * @param isKnown whether that list is known not to have an opt-out
	 * @throws RequestError
	 */
	async find(
		item: Item,
		scope: NeverAdd,
		list: string[],
		email: string,
		isKnown = false,
	): Promise<string | undefined> {
		if (scope === 'none') return undefined;
		const others =
			scope === 'allLists' ? (await listNames(item)).map((name) => ['contacts', name]) : [];
		const keyOf = (path: string[]) => path.join('/').toLowerCase();
		const paths = new Map([list, ...others].map((path) => [keyOf(path), path]));
		if (isKnown) paths.delete(keyOf(list));
		const reasons = [...paths.values()].map(async (path) => {
			const reason = await this.reasonIn(item, path, email);
			return reason && `${reason} ${path[1]}`;
		});
		return (await Promise.all(reasons)).find(Boolean);
	}

	private async reasonIn(item: Item, list: string[], email: string): Promise<string | undefined> {
		const name = list.join('/');
		const reading = this.lists.get(name) ?? this.read(item, list);
		this.lists.set(name, reading);
		const known = await reading;
		return known ? known.get(addressKey(email)) : reasonOf(await getContact(item, list, email));
	}

	private async read(item: Item, list: string[]): Promise<Map<string, string> | undefined> {
		if (this.count === 1) return undefined;
		for await (const page of item.pages({ path: list })) {
			if (this.count <= pagesLeft(page, 1, page.entries.length)) return undefined;
			break;
		}
		const reasons = new Map<string, string>();
		// Not page by page: a contact that moves between pages must not be missed.
		for (const contact of await item.list({ path: list })) {
			const reason = reasonOf(contact);
			if (reason) reasons.set(addressKey(contact.email), reason);
		}
		return reasons;
	}
}

export type AddedEntry = BulkEntry & ReturnType<typeof readAdding>;

/**
 * Settles the entries that are left out, or whose opt-outs can't be read, and returns the others.
 * @param isKnown whether their list is known not to have an opt-out of them
 */
export async function leaveOut<Entry extends AddedEntry>(
	entries: Entry[],
	settle: Settle<Entry>,
	isKnown = false,
): Promise<Entry[]> {
	const optOuts = new OptOuts(entries.length);
	const open = entries.map(async (entry) => {
		const email = String(entry.body.email);
		const list = entry.request.path.slice(0, 2);
		const finding = optOuts.find(entry.item, entry.neverAdd, list, email, isKnown);
		const [found] = await Promise.allSettled([finding]);
		if (found.status === 'fulfilled' && found.value === undefined) return [entry];
		await settle(entry, () => {
			if (found.status === 'rejected') throw found.reason;
			return leftOut(email, found.value!);
		});
		return [];
	});
	return (await Promise.all(open)).flat();
}
