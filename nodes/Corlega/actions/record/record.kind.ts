import type { IDataObject } from 'n8n-workflow';

import { locator } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import { foundFields } from '../../../shared/node/output';

/** A kind of record that Corlega lists. */
export type RecordKind = ReturnType<typeof recordKind>;

function recordKind(displayName: string, article: string) {
	const noun = displayName.toLowerCase();
	return {
		noun,
		aNoun: `${article} ${noun}`,
		/** Also the path. */
		plural: `${noun}s`,
		/** The field that selects one. */
		idField: locator({
			displayName,
			name: `${noun}Id`,
			description: `The ${noun} to work with`,
			search: `search${displayName}s`,
			typed: [{ displayName: 'By ID', name: 'id', placeholder: 'e.g. 01HE...' }],
		}),
	};
}

/** Read with `recordOutput`. */
export const recordOutputFields = foundFields();

/** Reads the field Output. @returns what comes out of a record @throws InputError */
export const recordOutput = (item: Item) => item.output((record: IDataObject) => record, 'raw');

export const contact = recordKind('Contact', 'a');
export const invoice = recordKind('Invoice', 'an');
export const quote = recordKind('Quote', 'a');
