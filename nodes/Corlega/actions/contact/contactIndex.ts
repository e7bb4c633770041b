import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { ignoreFailure, onFailure } from '../../../shared/service/onFailure';
import { RequestError } from '../../../shared/service/RequestError';
import { ContactStore, idOf } from './contactStore';
import { KeyGroups } from './keyGroups';
import { matchKey, type MatchField, matchKeys } from './matchKey';

/** Milliseconds between scans for contacts that conflict but do not show. */
const CONFLICT_PAUSE = 60_000;

/** Attempts at the first scan; each has its own retries. */
const MOST_FIRST_SCANS = 3;

/** IDs that an error lists. */
const MOST_IDS = 10;

/**
 * The contacts of Corlega, whose API has no search: one scan serves all items of a run. Another
 * follows only after an unsure write or a conflict.
 */
export class ContactIndex {
	private store = new ContactStore();

	private readonly groups = new KeyGroups();

	private firstScan?: Promise<void>;

	private failedFirstScans = 0;

	private rescan?: Promise<void>;

	private lastConflictInVain = -Infinity;

	/** Keys that an unsure write concerns, each with the failure of the rescan after it. */
	private readonly unsure = new Map<string, { failure?: string }>();

	/** What this run has written since the last scan began. */
	private readonly written = new Map<string, IDataObject>();

	/**
	 * Runs a task. Tasks that may mean the same contact run one at a time, in the order of the calls.
	 * @param keys that the task matches on or may give to a contact
	 * @throws RequestError if the contacts can't be read
	 */
	async run<T>(item: Item, keys: string[], task: () => Promise<T>): Promise<T> {
		await this.load(item);
		return await this.groups.run([...keys, ...this.having(keys).flatMap(matchKeys)], task);
	}

	/**
	 * Finds the contact with this value, if there is one.
	 * @throws InputError if there are several, RequestError if a rescan was needed and failed
	 */
	async find(item: Item, field: MatchField, value: string): Promise<IDataObject | undefined> {
		const key = matchKey(field, value)!;
		for (let mark = this.unsure.get(key); mark; mark = this.unsure.get(key)) {
			if (mark.failure !== undefined) throw unsureError(field, mark.failure);
			await this.scanAgain(item);
		}
		return this.only(field, key);
	}

	/**
	 * Finds the contact with this value after Corlega refused to create another. Conflicts share
	 * one rescan.
	 * @throws InputError if there are several
	 */
	async findAfterConflict(
		item: Item,
		field: MatchField,
		value: string,
	): Promise<IDataObject | undefined> {
		const key = matchKey(field, value)!;
		await ignoreFailure(this.rescan);
		const isDue = performance.now() >= this.lastConflictInVain + CONFLICT_PAUSE;
		if (isDue && !this.only(field, key)) await this.scanAgain(item, key);
		return this.only(field, key);
	}

	/** Returns the known contacts with one of these keys. */
	having(keys: string[]): IDataObject[] {
		return keys.flatMap((key) => this.store.find(key));
	}

	/** Records a contact that this run has written. */
	put(contact: IDataObject): void {
		this.store.put(contact);
		this.written.set(idOf(contact), contact);
	}

	/** Forgets a contact that no longer exists. */
	forget(contact: IDataObject): void {
		this.store.remove(idOf(contact));
	}

	/** Marks keys whose contact is unsure because a write may have been carried out. */
	markUnsure(keys: string[]): void {
		for (const key of keys) this.unsure.set(key, {});
	}

	/** Scans the contacts once. If that fails, a later item tries again. */
	private async load(item: Item): Promise<void> {
		const scan = (this.firstScan ??= this.scan(item));
		await onFailure(scan, () => {
			const isLatest = this.firstScan === scan;
			if (isLatest && ++this.failedFirstScans < MOST_FIRST_SCANS) this.firstScan = undefined;
		});
	}

	/** Scans the contacts again, or waits for a rescan under way. @param sought after a conflict */
	private async scanAgain(item: Item, sought?: string): Promise<void> {
		this.rescan ??= this.scan(item).finally(() => {
			this.rescan = undefined;
			const isInVain = sought !== undefined && this.store.find(sought).length === 0;
			if (isInVain) this.lastConflictInVain = performance.now();
		});
		await ignoreFailure(this.rescan);
	}

	private async scan(item: Item): Promise<void> {
		const marks = [...this.unsure];
		this.written.clear();
		this.store = await onFailure(readContacts(item), ({ message }) => {
			for (const [, mark] of marks) mark.failure = message;
		});
		// What this run wrote meanwhile is newer than what was read.
		for (const contact of this.written.values()) this.store.put(contact);
		for (const [key, mark] of marks) if (this.unsure.get(key) === mark) this.unsure.delete(key);
	}

	private only(field: MatchField, key: string): IDataObject | undefined {
		const found = this.store.find(key);
		if (found.length < 2) return found[0];
		const ids = found.slice(0, MOST_IDS).map(idOf).join(', ');
		const more = found.length > MOST_IDS ? ` and ${found.length - MOST_IDS} more` : '';
		throw new InputError(
			`Corlega has ${found.length} contacts with this ${field}: ${ids}${more}`,
			'Update the one you mean by its ID, or match on the other field.',
		);
	}
}

async function readContacts(item: Item): Promise<ContactStore> {
	const store = new ContactStore();
	for (const contact of await item.list({ path: ['contacts'] }, true)) store.put(contact);
	return store;
}

const unsureError = (field: MatchField, failure: string): RequestError =>
	new RequestError({
		message: `Can't determine whether Corlega has a contact with this ${field}: an earlier item may have created or changed it, and reading the contacts again failed (${failure})`,
		advice: 'Nothing was sent for this item. Run it again later.',
	});
