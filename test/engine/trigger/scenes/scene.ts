import type { IDataObject } from 'n8n-workflow';
import type { Sandbox } from '../../../../sandbox';
import type { NodeName } from '../../../../tools/engine/world';

/** A trigger, what it watches, and what can happen there. */
export interface Scene {
	service: NodeName;
	parameters: IDataObject;
	/** Starts again, with so many records. */
	fill(count: number): void;
	/** Something happens that must be reported. @returns what `keyOf` says of the item */
	happen(): string;
	keyOf(item: IDataObject): string;
	/** Whether a request reads the list; the number of its page from 1. */
	pageOf(path: string, query: Record<string, string>): number | undefined;
	/** Records in a page. */
	pageSize: number;
	/** A record leaves the front part of the list: one that has been read when later pages are. */
	leave(): () => string;
	/** A record joins the list. It isn't reported if the event is about changes. */
	join(): string | undefined;
	/**
	 * Something that isn't reported, but that is needed to report what follows: a record joins
	 * that changes later, or one leaves that comes back.
	 * @returns makes what follows, and gives what `keyOf` says of the item
	 */
	prepare(): () => string;
}

/** Makes a scene in a sandbox. */
export type MakeScene = (sandbox: Sandbox) => Scene;
