import { isObject } from '../../../shared/input/check';
import { checkIdentifying } from '../../../shared/input/identifier';
import { InputError, shown } from '../../../shared/input/InputError';
import type { Item } from '../../../shared/node/Item';
import type { RecordKind } from './record.kind';

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
