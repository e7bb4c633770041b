import type { Table } from '../../data/table';

export type Fields = Record<string, unknown>;

/** A stored contact, quote or invoice: what it was made with, and fields no one checks. */
export interface Row extends Fields {
	id: string;
}

/** A kind of record that is listed, read, created and changed. */
export interface Resource {
	/** As in its path and its scopes: `contacts`. */
	name: 'contacts' | 'quotes' | 'invoices';
	rows: Table<Row>;
	/** Checks the fields and makes a row of them, still outside the table. */
	create(fields: Fields): Row;
	/** Throws when the row may not be changed to these fields. */
	checkChange(row: Row, fields: Fields): void;
}
