import { Random } from '../../data/random';
import { Table } from '../../data/table';
import { Refusal } from '../../http/refusal';
import type { Resource, Row } from './records';
import { corlegaId, seedDocuments } from './seed';

/**
 * Quotes or invoices. Their request fields are not documented: whatever is sent is kept, and
 * `number`, `status` and `total`, known from a quote, are filled in where they are not sent.
 *
 * @param prefixOf gives the text that a new number starts with
 */
export function documentResource(
	name: 'quotes' | 'invoices',
	count: number,
	prefixOf: () => string,
): Resource {
	const random = new Random(`corlega new ${name}`);
	const rows = new Table<Row>();
	for (const document of seedDocuments(name, prefixOf(), count)) {
		rows.set(document.id, { ...document });
	}
	let lastNumber = count;

	return {
		name,
		rows,
		create(fields) {
			lastNumber++;
			return {
				id: corlegaId(random),
				number: `${prefixOf()}${String(lastNumber).padStart(4, '0')}`,
				status: 'draft',
				total: 0,
				...fields,
			};
		},
		checkChange(row) {
			// The document has 422 for an error of logic and names no case: this one is ours.
			if (name === 'invoices' && row.status === 'paid') {
				throw new Refusal(422, 'A paid invoice cannot be changed.');
			}
		},
	};
}
