import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { ignoreFailure, onFailure } from '../../../shared/service/onFailure';
import { RequestError } from '../../../shared/service/RequestError';
import { ContactStore, idOf } from './contactStore';
import { matchKey, type MatchField, matchKeys } from './matchKey';
import { Turns } from './turns';

/** For how long, in milliseconds, a look that is not likely to help is not repeated. */
const PATIENCE = 60_000;

/** How often it is tried to read the contacts for a first time; each try has its own retries. */
const MOST_FIRST_SCANS = 3;

/** IDs that an error tells at the most. */
const MOST_IDS = 10;

/**
 * The contacts of Corlega, read in one scan for all items of a run, whatever each matches on: the
 * API has no search. They are read again only where it can't be told any more what is there.
 */
export class ContactIndex {
	private store = new ContactStore();

	private firstScan?: Promise<void>;

	/** A scan under way that repeats the first one. */
	private rescan?: Promise<void>;

	private scans = 0;

	/** The last scan that failed, and what kept it from knowing more. */
	private failed = { scan: 0, reason: '' };

	/** Per key or ID of which it is not known what is there, the last scan before that. */
	private readonly doubts = new Map<string, number>();

	/** What this run has written while contacts are read. */
	private written = new Map<string, IDataObject>();

	/** When a contact was last looked for that Corlega has but does not show. */
	private lastInVain = -Infinity;

	/** When the contacts were last read again. */
	private lastRead = -Infinity;

	private readonly turns = new Turns();

	/**
	 * Does something with the contacts that have a key; tasks that may mean the same contact take
	 * turns, in the order of this call.
	 * @param keys that the task matches on, and those that it may give to a contact
	 * @throws InputError, RequestError where the contacts can't be read, else what the task throws
	 */
	async take<T>(item: Item, keys: string[], task: () => Promise<T>): Promise<T> {
		await this.load(item);
		const contacts = keys.flatMap((key) => this.store.find(key));
		return await this.turns.run([...keys, ...contacts.flatMap(matchKeys)], task);
	}

	/** Changes a contact, one task after another. @param task is given what is known of it */
	async change<T>(contact: IDataObject, task: (known: IDataObject) => Promise<T>): Promise<T> {
		const id = idOf(contact);
		return await this.turns.run([`id ${id}`], async () => {
			const isKnown = !this.doubts.has(`id ${id}`);
			return await task(isKnown ? (this.store.get(id) ?? contact) : { id: contact.id });
		});
	}

	/**
	 * The contact with this value; undefined where there is none.
	 * @throws InputError where there are several, RequestError where it can't be told
	 */
	async find(item: Item, field: MatchField, value: string): Promise<IDataObject | undefined> {
		const key = matchKey(field, value)!;
		for (let since = this.doubts.get(key); since !== undefined; since = this.doubts.get(key)) {
			if (this.failed.scan > since) throw this.unknown(field);
			await ignoreFailure(this.readAgain(item));
		}
		return this.only(field, key);
	}

	/**
	 * The contact with this value that the index did not know, though Corlega refused to create
	 * another one. Many such conflicts share one look.
	 * @param isExplained another value of the item belongs to a contact already
	 * @throws InputError where there are several
	 */
	async findRefused(
		item: Item,
		field: MatchField,
		value: string,
		isExplained: boolean,
	): Promise<IDataObject | undefined> {
		const key = matchKey(field, value)!;
		await ignoreFailure(this.rescan);
		const known = this.only(field, key);
		const last = isExplained ? this.lastRead : this.lastInVain;
		if (known || performance.now() < last + PATIENCE) return known;
		await ignoreFailure(this.readAgain(item, isExplained ? undefined : key));
		return this.only(field, key);
	}

	/** Contacts with one of these keys, as far as they are known. */
	having(keys: string[]): IDataObject[] {
		return keys.flatMap((key) => this.store.find(key));
	}

	/** Keeps a contact that this run has made or changed. */
	keep(contact: IDataObject): void {
		this.store.put(contact);
		this.written.set(idOf(contact), contact);
	}

	/** Forgets a contact that is gone. */
	forget(contact: IDataObject): void {
		this.store.remove(idOf(contact));
	}

	/** Notes that a write may have been carried out: whoever needs these keys looks again. */
	doubt(keys: string[], contact?: IDataObject): void {
		const names = contact ? [...keys, `id ${idOf(contact)}`] : keys;
		for (const name of names) this.doubts.set(name, this.scans);
	}

	/** Reads the contacts, once. Where that fails, an item that comes later tries again. */
	private async load(item: Item): Promise<void> {
		const scan = (this.firstScan ??= this.scan(item, this.scans > 0));
		await onFailure(scan, () => {
			if (this.firstScan === scan && this.scans < MOST_FIRST_SCANS) this.firstScan = undefined;
		});
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

	private unknown(field: MatchField): RequestError {
		return new RequestError({
			message: `It can't be told whether Corlega has a contact with this ${field}: an item before this one may have made or changed it, and then the contacts could not be read (${this.failed.reason})`,
			advice: 'Nothing was sent for this item. Run it again later.',
		});
	}

	/** Reads all contacts once more. @param sought the key for whose sake that is done */
	private async readAgain(item: Item, sought?: string): Promise<void> {
		const look = async () => {
			try {
				await this.scan(item, true);
			} finally {
				this.rescan = undefined;
				this.lastRead = performance.now();
				const isFound = sought === undefined || this.store.find(sought).length > 0;
				if (!isFound) this.lastInVain = this.lastRead;
			}
		};
		await (this.rescan ??= look());
	}

	private async scan(item: Item, fresh: boolean): Promise<void> {
		const scan = ++this.scans;
		this.written = new Map();
		const read = async () => {
			const store = new ContactStore();
			for (const contact of await item.list({ path: ['contacts'] }, fresh)) store.put(contact);
			return store;
		};
		this.store = await onFailure(read(), ({ message }) => {
			this.failed = { scan, reason: message };
		});
		// What this run wrote meanwhile is newer than what was read.
		for (const contact of this.written.values()) this.store.put(contact);
		for (const [name, since] of this.doubts) if (since < scan) this.doubts.delete(name);
	}
}
