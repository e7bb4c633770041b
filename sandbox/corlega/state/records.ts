import { Random } from '../../data/random';
import { Table } from '../../data/table';
import { Refusal } from '../../http/exchange';
import { corlegaId, numberOf, seedContacts, seedDocuments, type Fields, type Row } from './seed';

export type { Fields, Row };

/** A kind of record that is listed, read, created and changed. */
export interface Resource {
	/** As in its path and its scopes. */
	name: 'contacts' | 'quotes' | 'invoices';
	rows: Table<Row>;
	/** Adds a row. @throws Refusal */
	create(fields: Fields): Row;
	/** Throws when the row may not be changed to these fields. */
	checkChange(row: Row, fields: Fields): void;
}

function add(rows: Table<Row>, row: Row): Row {
	rows.set(row.id, row);
	return row;
}

/**
 * The document names the five fields in its example; others are stored too. That the name is
 * required and an e-mail address occurs once is the sandbox's choice.
 */
export function contactResource(count: number): Resource {
	const random = new Random('corlega new contacts');
	const rows = new Table<Row>({ secondKeyOf: emailOf });
	for (const contact of seedContacts(count)) add(rows, contact);

	function check(fields: Fields, self?: Row): void {
		for (const field of ['name', 'email', 'phone', 'kvkNumber', 'type']) {
			if (field in fields && typeof fields[field] !== 'string') {
				throw new Refusal(400, `${field} must be text.`);
			}
		}
		if (typeof fields.name === 'string' && fields.name.trim() === '') {
			throw new Refusal(400, 'name must not be empty.');
		}
		const email = emailOf(fields);
		const other = email === undefined ? undefined : rows.findBySecondKey(email);
		if (other && other !== self) {
			throw new Refusal(409, `A contact with the email ${String(fields.email)} already exists.`);
		}
	}

	return {
		name: 'contacts',
		rows,
		create(fields) {
			if (!('name' in fields)) throw new Refusal(400, 'name is required.');
			check(fields);
			return add(rows, { id: corlegaId(random), ...fields });
		},
		checkChange: (row, fields) => check(fields, row),
	};
}

function emailOf({ email }: Fields): string | undefined {
	return typeof email === 'string' && email !== '' ? email.toLowerCase() : undefined;
}

/**
 * Quotes or invoices. Their request fields are not documented: whatever is sent is stored, and
 * `number`, `status` and `total`, known from a quote, are filled in.
 */
export function documentResource(
	name: 'quotes' | 'invoices',
	count: number,
	prefixOf: () => string,
): Resource {
	const random = new Random(`corlega new ${name}`);
	const rows = new Table<Row>();
	for (const document of seedDocuments(name, prefixOf(), count)) add(rows, document);
	let lastNumber = count;

	return {
		name,
		rows,
		create(fields) {
			const number = numberOf(prefixOf(), ++lastNumber);
			const blank = { id: corlegaId(random), number, status: 'draft', total: 0 };
			return add(rows, { ...blank, ...fields });
		},
		checkChange(row) {
			// The document has 422 for an error of logic and names no case: this one is ours.
			if (name === 'invoices' && row.status === 'paid') {
				throw new Refusal(422, 'A paid invoice cannot be changed.');
			}
		},
	};
}
