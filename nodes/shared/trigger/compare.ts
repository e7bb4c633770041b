import type { IDataObject } from 'n8n-workflow';

import { count, type Reading } from './reading';
import { type Snapshot, statusOf, statusText } from './snapshot';

/** What happened to a record. */
export interface Change {
	record: IDataObject;
	kind: 'created' | 'updated';
	/** Its status before and now, of whatever type; null where it has none. */
	from: IDataObject[string];
	to: IDataObject[string];
	/** Whether they differ. */
	hasNewStatus: boolean;
}

/** How records are told apart, and what of them counts. */
export interface RecordReader {
	/** Undefined for a record that can't be told from others: it is passed over. */
	identify(record: IDataObject): string | undefined;
	/** What is compared; the whole record when absent. */
	contentOf?(record: IDataObject): unknown;
	statusOf?(record: IDataObject): unknown;
}

/**
 * Compares records with what was seen of them, and keeps them. What comes twice in a reading, since
 * it moved or the service holds it twice, counts once.
 * @param snapshot is changed: it then holds the records as they are now
 * @param reading is changed: it then counts the records
 */
export function compare(
	snapshot: Snapshot,
	records: IDataObject[],
	reader: RecordReader,
	reading: Reading,
): Change[] {
	const changes: Change[] = [];
	for (const record of records) {
		const id = reader.identify(record);
		if (id === undefined) continue;
		const content = reader.contentOf ? reader.contentOf(record) : record;
		const known = snapshot.find(id, content);
		if (known?.seenIn === reading.number) continue;
		const status = reader.statusOf?.(record);
		const text = statusText(status);
		if (!known?.isSame) {
			changes.push({
				record,
				kind: known ? 'updated' : 'created',
				from: statusOf(known?.status),
				to: (status ?? null) as IDataObject[string],
				hasNewStatus: text !== known?.status,
			});
		}
		snapshot.keep(id, content, reading.number, text);
		count(reading, known?.seenIn);
	}
	return changes;
}
