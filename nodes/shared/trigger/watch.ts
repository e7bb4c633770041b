import type { IDataObject } from 'n8n-workflow';

import type { ListRequest } from '../service/paging';
import type { PollClient } from './pollClient';
import type { ListState, RecordReader } from './scanList';

/** What a trigger watches: a list, for one or more events. */
export interface Watch {
	/** What the state is about; another subject starts over with a new baseline. */
	subject: string;
	/** Recent records, for a test in the editor. */
	examples(poll: PollClient): Promise<Emission[]>;
	/**
	 * The lists that a state is about. If their records are there under a new key or address, it is the
	 * same account. Without this method it is another account.
	 */
	listsOf?(saved: IDataObject | undefined): KnownList[];
	/**
	 * What happened since a state was saved. An event that is new gets a baseline first.
	 * @param state as a poll returned it; undefined the first time
	 */
	changes(poll: PollClient, state: IDataObject | undefined): Promise<Changes>;
}

export interface KnownList {
	request: ListRequest;
	state: ListState;
	reader: RecordReader;
}

/** A record, and what is emitted with it: the name of an event, perhaps more. */
export interface Emission extends IDataObject {
	record: IDataObject;
	event: string;
}

export interface Changes {
	/** Equal to the state before if nothing is new. */
	state: IDataObject;
	emitted: Emission[];
	/** If the state is not stored, a later change is missed. */
	mustPersist: boolean;
}

/** Records in a test in the editor. */
const EXAMPLES = 3;

/** How many examples of each event to show. */
export const examplesEach = (events: readonly unknown[]): number =>
	Math.ceil(EXAMPLES / events.length);
