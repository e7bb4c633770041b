import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { RequestError } from '../../../shared/request/RequestError';
import { Turns } from '../../../shared/request/turns';

/** Fields that tell a contact from another. */
export type MatchField = 'email' | 'kvkNumber';

/** Text that is equal where two values mean the same. */
const keyOf = (value: unknown): string =>
	String(value ?? '')
		.trim()
		.toLowerCase();

/**
 * The contacts of Corlega by a field, read in one scan for all items of a run. The API has no
 * search.
 */
export class ContactIndex {
	private ids?: Promise<Map<string, Set<string>>>;

	private isStale = false;

	private readonly turns = new Turns();

	constructor(private readonly field: MatchField) {}

	/**
	 * Does something with the contact of a value; items with the same value take turns. Where it
	 * can't be told whether a contact has been made, the next one looks again.
	 */
	async take<T>(value: string, action: () => Promise<T>): Promise<T> {
		return await this.turns.take(keyOf(value), async () => {
			const [done] = await Promise.allSettled([action()]);
			if (done.status === 'fulfilled') return done.value;
			const { reason } = done;
			if (reason instanceof RequestError && reason.failure.uncertain) this.isStale = true;
			throw reason;
		});
	}

	/**
	 * The id of the contact with this value; undefined where there is none.
	 * @throws InputError where there are several: which one is meant can't be told
	 */
	async find(item: Item, value: string): Promise<string | undefined> {
		if (this.isStale) await this.readAnew(item);
		this.ids ??= this.scan(item, false);
		const [id, ...others] = (await this.ids).get(keyOf(value)) ?? [];
		if (others.length === 0) return id;
		throw new InputError(
			`Corlega has ${others.length + 1} contacts with this ${this.field}: ${[id, ...others].join(', ')}`,
			'Update the one you mean by its ID, or match on the other field.',
		);
	}

	/** Reads the contacts once more, because another program has just made one. */
	async readAnew(item: Item): Promise<void> {
		this.isStale = false;
		this.ids = this.scan(item, true);
		await this.ids;
	}

	/** Keeps a contact that this run has made or changed. */
	async keep(contact: IDataObject): Promise<void> {
		add(await this.ids!, contact, this.field);
	}

	private async scan(item: Item, anew: boolean): Promise<Map<string, Set<string>>> {
		const ids = new Map<string, Set<string>>();
		for (const contact of await item.list({ path: ['contacts'] }, anew)) {
			add(ids, contact, this.field);
		}
		return ids;
	}
}

function add(ids: Map<string, Set<string>>, contact: IDataObject, field: MatchField): void {
	const key = keyOf(contact[field]);
	if (key === '') return;
	ids.set(key, (ids.get(key) ?? new Set()).add(String(contact.id)));
}
