import type { IDataObject } from 'n8n-workflow';

import { type Change, compare, type RecordReader } from '../shared/trigger/compare';
import type { Changes, Poll, Watch } from '../shared/trigger/poll';
import { Snapshot } from '../shared/trigger/snapshot';
import { corlega } from './corlega.service';

/** What can happen to a record of Corlega. */
export type EventKind = 'created' | 'updated' | 'statusChanged';

/** Records that a test in the editor shows. */
const EXAMPLES = 3;

const reader: RecordReader = {
	identify: corlega.paging.identify,
	statusOf: ({ status }) => status,
};

/** What one pass through the list has come to, when it goes on over several polls. */
interface State {
	snapshot: unknown;
	/** Page to go on with. */
	nextPage: number;
	/** All pages have been seen once: from then on changes are emitted. */
	isComplete: boolean;
}

const matches = ({ kind, from, to }: Change, event: EventKind): boolean =>
	event === 'statusChanged' ? kind === 'updated' && from !== to : kind === event;

const outputOf = ({ record, from, to }: Change, event: EventKind): IDataObject =>
	event === 'statusChanged' ? { ...record, from: from ?? null, to: to ?? null } : record;

/**
 * Watches a list of Corlega. The API has no filter and no order, so every record is compared with
 * what was seen of it. A list that is too long for one poll is read over several.
 * @param path e.g. `contacts`
 */
export function watchRecords(path: string, event: EventKind): Watch {
	const list = { path: [path] };
	const size = corlega.paging.maximum;

	return {
		subject: path,

		async examples(poll) {
			const records = await poll.list({ ...list, limit: EXAMPLES });
			const changes = records.map((record): Change => {
				const to = typeof record.status === 'string' ? record.status : undefined;
				return { record, kind: 'updated', to };
			});
			return changes.map((change) => outputOf(change, event));
		},

		async changes(poll: Poll, state?: IDataObject): Promise<Changes> {
			const before = state as unknown as State | undefined;
			const snapshot = new Snapshot(before?.snapshot);
			const changes: Change[] = [];
			const from = before?.nextPage ?? 1;
			let number = from;
			let isLast = false;
			do {
				const page = await poll.page(list, { number, size, offset: (number - 1) * size });
				changes.push(...compare(snapshot, page.entries, reader));
				isLast = page.isLast || page.entries.length === 0;
				number++;
			} while (!isLast && Date.now() < poll.deadline);

			const next: State = {
				snapshot: snapshot.save(),
				nextPage: isLast ? 1 : number,
				isComplete: isLast || (before?.isComplete ?? false),
			};
			const emitted = before?.isComplete ? changes.filter((change) => matches(change, event)) : [];
			return {
				state: { ...next } as unknown as IDataObject,
				emitted: emitted.map((change) => outputOf(change, event)),
			};
		},
	};
}
