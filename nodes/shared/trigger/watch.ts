import type { IDataObject } from 'n8n-workflow';

import type { PollClient } from './pollClient';

/** What a trigger watches: a list, for one or more events. */
export interface Watch {
	/** What the state is about; another subject starts over with a new baseline. */
	subject: string;
	/** Recent records, for a test in the editor. */
	examples(poll: PollClient): Promise<IDataObject[]>;
	/**
	 * Whether the records of a state are in an account whose key or address is new, so that it is the
	 * same account. Without this method it is another account.
	 */
	recognizes?(poll: PollClient, state: IDataObject): Promise<boolean>;
	/**
	 * What happened since a state was saved. An event that is new gets a baseline first.
	 * @param state as a poll returned it; undefined the first time
	 */
	changes(poll: PollClient, state: IDataObject | undefined): Promise<Changes>;
}

export interface Changes {
	/** Equal to the state before if nothing is new. */
	state: IDataObject;
	emitted: IDataObject[];
	/** If the state is not stored, a later change is missed. */
	mustPersist: boolean;
}

/** Records in a test in the editor. */
const EXAMPLES = 3;

/** How many examples of each event to show. */
export const examplesEach = (events: readonly unknown[]): number =>
	Math.ceil(EXAMPLES / events.length);
