import type { IDataObject } from 'n8n-workflow';

import { Snapshot } from './snapshot';

/** What happened to a record. */
export interface Change {
	record: IDataObject;
	kind: 'created' | 'updated';
	/** Its status before and now, where it has one. */
	from?: string;
	to?: string;
}

/** How a record is told from another, and what its status is. */
export interface RecordReader {
	identify(record: IDataObject): string | undefined;
	statusOf?(record: IDataObject): unknown;
}

/**
 * Compares records with what was seen of them, and keeps them.
 * @param snapshot is changed: it then holds the records as they are now
 */
export function compare(
	snapshot: Snapshot,
	records: IDataObject[],
	{ identify, statusOf }: RecordReader,
): Change[] {
	const changes: Change[] = [];
	for (const record of records) {
		const id = identify(record);
		if (id === undefined) continue;
		const known = snapshot.find(id, record);
		const status = statusOf?.(record);
		const to = typeof status === 'string' ? status : undefined;
		if (known === undefined) changes.push({ record, kind: 'created', to });
		else if (!known.isSame) changes.push({ record, kind: 'updated', from: known.status, to });
		snapshot.keep(id, record, status);
	}
	return changes;
}
