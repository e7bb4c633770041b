import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';
import { checkIdentifying } from '../../../shared/input/identifier';
import { InputError, shown } from '../../../shared/input/InputError';
import { locator } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import { foundFields } from '../../../shared/node/output';

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

/** Corlega's own IDs are letters and digits; these can't change the path, nor come from nothing. */
const ID = /^(?!\.+$|undefined$|null$|NaN$)[A-Za-z0-9._~:@+= -]{1,200}$/;

/** Reads the ID of a record: text or a whole number. @throws InputError */
export function readIdentifier(item: Item, { noun, idField }: RecordKind): string {
	const { displayName, name } = idField;
	const chosen = item.parameter(name);
	const value = isObject(chosen) && 'mode' in chosen ? chosen.value : chosen;
	const text = checkIdentifying(displayName, value, item.isChosen(name));
	const isOneLine = !/[\r\n\u202a-\u202e]/.test(String(value).trim());
	const isWhole = typeof value !== 'number' || (Number.isSafeInteger(value) && value >= 0);
	// A mistaken expression can give names such as `constructor`.
	if (isWhole && isOneLine && ID.test(text) && !(text in {})) return text;
	throw new InputError(
		`${displayName}: ${JSON.stringify(shown(text))} can't be used as an identifier`,
		`Enter the ID of the ${noun} as Corlega shows it, e.g. 01HE..., without slashes or percent signs.`,
	);
}

export const contact = recordKind('Contact', 'a');
export const invoice = recordKind('Invoice', 'an');
export const quote = recordKind('Quote', 'a');
