import { deepCopy, type IDataObject } from 'n8n-workflow';

import { KeyGroups } from '../../../shared/async/keyGroups';
import { isIdentifier } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import { ignoreFailure, onFailure } from '../../../shared/service/onFailure';
import { RequestError } from '../../../shared/service/RequestError';
import { idsText, settleUnsure } from '../../../shared/service/unsureCreate';
import { MATCH_NAMES, type MatchKey, matchKeys } from './matchKey';

/** Milliseconds without a rescan after one for a conflict found nothing. */
const CONFLICT_PAUSE = 60_000;

/** Attempts at the first scan; each has its own retries. */
const MOST_FIRST_SCANS = 3;

/** Returns the ID of a contact. @throws RequestError if it has none */
export function idOf({ id }: IDataObject): string {
	if (isIdentifier(id)) return String(id);
	throw new RequestError({
		message: 'Corlega answered with a contact that has no ID',
		advice: 'Check the Base URL in the credential, and whether a proxy is in between.',
	});
}

/**
 * The contacts of Corlega, whose API has no search: one scan serves all items of a run. Another
 * follows only after an unsure write or a conflict.
 */
export class ContactIndex {
	private contacts = new Map<string, IDataObject>();

	/** By match key, the IDs of contacts that have or had it. */
	private readonly ids = new Map<string, Set<string>>();

	/** What this run has written since the last scan began. */
	private readonly written = new Map<string, IDataObject>();

	/** Match keys that an unsure write concerns, each with the failure of the rescan after it. */
	private readonly unsure = new Map<string, { failure?: string }>();

	/** IDs of contacts that this run has created, as Corlega answered. */
	readonly created = new Set<string>();

	/** IDs of contacts that were found for unsure creates, each for one item. */
	private readonly settled = new Set<string>();

	readonly groups = new KeyGroups();
	private firstScan?: Promise<void>;
	private failedFirstScans = 0;
	private rescan?: Promise<void>;
	private lastVainRescan = -Infinity;

	/**
	 * Runs a task. Tasks that may mean the same contact run one at a time, in the order of the calls.
	 * @param keys that the task matches on or may give to a contact
	 * @throws RequestError if the contacts can't be read
	 */
	async run<T>(item: Item, keys: string[], task: () => Promise<T>): Promise<T> {
		await this.load(item);
		return await this.groups.run([...keys, ...this.having(keys).flatMap(matchKeys)], task);
	}

	/** Finds the contact with a match key. @throws InputError if several have it, RequestError */
	async find(item: Item, match: MatchKey): Promise<IDataObject | undefined> {
		const { field, key } = match;
		if (!(await this.clear(item, [key]))) {
			throw new RequestError({
				message: `Can't determine whether Corlega has a contact with this ${MATCH_NAMES[field]}: an earlier item may have created or changed one, and reading the contacts again failed (${this.unsure.get(key)?.failure})`,
				advice: 'Nothing was sent for this item. Run it again later.',
				attempts: 0,
			});
		}
		return this.only(match);
	}

	/** All contacts, which callers must not change. @throws RequestError */
	async all(item: Item): Promise<IDataObject[]> {
		await this.load(item);
		return [...this.contacts.values()];
	}

	/**
	 * Settles a create that may have been carried out: reads the contacts again, once for all that wait.
	 * @returns the contact, if it was created
	 * @throws RequestError that says it was not created, or that this remains unknown
	 */
	async settle(item: Item, error: RequestError, sent: IDataObject): Promise<IDataObject> {
		const keys = matchKeys(sent);
		if (keys.length === 0) throw error;
		this.markUnsure(keys);
		const [read] = await Promise.allSettled([this.clear(item, keys)]);
		// Also if the run ended meanwhile: it must report what may have been created.
		if (read.status === 'rejected' || !read.value) throw error;
		const known = new Set(this.having(keys));
		const found = [...known].filter((contact) => !this.created.has(idOf(contact)));
		if (found.some((contact) => this.settled.has(idOf(contact)))) throw error;
		const deciding = (async () => settleUnsure(error, found, sent))();
		const contact = await onFailure(deciding, ({ failure }) => {
			if (failure.uncertain) this.markUnsure(keys);
		});
		this.settled.add(idOf(contact));
		return deepCopy(contact);
	}

	/** Finds the contact after Corlega refused to create another; conflicts share one rescan. */
	async findAfterConflict(item: Item, match: MatchKey): Promise<IDataObject | undefined> {
		await ignoreFailure(this.rescan);
		const isPaused = performance.now() < this.lastVainRescan + CONFLICT_PAUSE;
		if (!isPaused && !this.only(match)) await this.scanAgain(item, match.key);
		return this.only(match);
	}

	/** The known contacts with one of these match keys. */
	having(keys: string[]): IDataObject[] {
		return keys.flatMap((key) =>
			[...(this.ids.get(key) ?? [])]
				.map((id) => this.contacts.get(id) ?? {})
				.filter((contact) => matchKeys(contact).includes(key)),
		);
	}

	/** Records a contact that this run has written. */
	put(contact: IDataObject): void {
		const id = idOf(contact);
		this.contacts.set(id, contact);
		this.written.set(id, contact);
		this.indexKeys(id, contact);
	}

	/** Records a changed contact, if it is known. */
	update(contact: IDataObject): void {
		if (this.contacts.has(String(contact.id))) this.put(contact);
	}

	forget(contact: IDataObject): void {
		this.contacts.delete(idOf(contact));
	}

	/** Marks match keys that a write may have given to a contact, or taken from it. */
	markUnsure(keys: string[]): void {
		for (const key of keys) this.unsure.set(key, {});
	}

	/** Scans until no key is marked: a scan that began before a mark doesn't count. @returns if it could */
	private async clear(item: Item, keys: string[]): Promise<boolean> {
		const marks = () => keys.flatMap((key) => this.unsure.get(key) ?? []);
		while (marks().length > 0) {
			if (marks().some(({ failure }) => failure !== undefined)) return false;
			await this.scanAgain(item);
		}
		return true;
	}

	/** Scans the contacts once. If that fails, a later item tries again. */
	private async load(item: Item): Promise<void> {
		const scan = (this.firstScan ??= this.scan(item));
		await onFailure(scan, () => {
			const isLatest = this.firstScan === scan;
			if (isLatest && ++this.failedFirstScans < MOST_FIRST_SCANS) this.firstScan = undefined;
		});
	}

	/** Scans again, or waits for a rescan under way. @param sought the match key of a conflict */
	private async scanAgain(item: Item, sought?: string): Promise<void> {
		this.rescan ??= this.scan(item).finally(() => {
			this.rescan = undefined;
			const isVain = sought !== undefined && this.having([sought]).length === 0;
			if (isVain) this.lastVainRescan = performance.now();
		});
		await ignoreFailure(this.rescan);
	}

	private async scan(item: Item): Promise<void> {
		const marks = [...this.unsure];
		this.written.clear();
		const list = item.list({ path: ['contacts'] }, true);
		const read = list.then((contacts) =>
			contacts.map((contact) => [idOf(contact), contact] as const),
		);
		const contacts = await onFailure(read, ({ message }) => {
			for (const [, mark] of marks) mark.failure = message;
		});
		// What this run wrote meanwhile is newer than what was read.
		this.contacts = new Map([...contacts, ...this.written]);
		for (const [id, contact] of this.contacts) this.indexKeys(id, contact);
		for (const [key, mark] of marks) if (this.unsure.get(key) === mark) this.unsure.delete(key);
	}

	private indexKeys(id: string, contact: IDataObject): void {
		for (const key of matchKeys(contact)) {
			this.ids.set(key, (this.ids.get(key) ?? new Set()).add(id));
		}
	}

	private only({ field, key }: MatchKey): IDataObject | undefined {
		const found = this.having([key]);
		if (found.length < 2) return found[0];
		throw new InputError(
			`Corlega has ${found.length} contacts with this ${MATCH_NAMES[field]}: ${idsText(found)}`,
			'Select the one you mean by its ID, or use another e-mail address or KvK number.',
		);
	}
}
