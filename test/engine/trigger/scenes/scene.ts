import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../../sandbox';
import type { NodeName } from '../../../../tools/engine/world';

/** A trigger, what it watches, and what can happen there. */
export interface Scene {
	service: NodeName;
	parameters: IDataObject;
	/** Starts anew, with so many records. */
	fill(count: number): void;
	/** Something happens that is to be told. @returns what `keyOf` says of the item */
	happen(): string;
	keyOf(item: IDataObject): string;
	/** Whether a request reads the list; the number of its page from 1. */
	pageOf(path: string, query: Record<string, string>): number | undefined;
	/** Records in a page. */
	pageSize: number;
	/** A record leaves the front part of the list: one that has been read when later pages are. */
	leave(): () => string;
	/** A record joins the list without being told where the event is about changes. */
	join(): string | undefined;
	/**
	 * Something that is not told, though without knowing it what follows can't be told: a record joins
	 * that changes later, or one leaves that comes back.
	 * @returns makes what follows, and gives what `keyOf` says of the item
	 */
	prepare(): () => string;
}

/** Makes a scene in a sandbox. */
export type MakeScene = (sandbox: Sandbox) => Scene;
