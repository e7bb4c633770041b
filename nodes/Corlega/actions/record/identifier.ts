import { isObject } from '../../../shared/input/check';
import { checkChosen, checkIdentifying } from '../../../shared/input/identifier';
import { InputError } from '../../../shared/input/InputError';
import { shown } from '../../../shared/input/shown';
import type { Item } from '../../../shared/node/Item';
import type { RecordKind } from './record.kind';

/** Corlega's own IDs are letters and digits; these characters lead to no other path. */
const PATTERN = /^[A-Za-z0-9._~:@+= -]{1,200}$/;

/** What an expression that found nothing leaves in a text. */
const NOTHING = ['undefined', 'null', 'NaN'];

/** Whether text can be an ID: no other path, and no name that every object of JavaScript has. */
const isIdentifier = (text: string): boolean =>
	PATTERN.test(text) && !/^\.+$/.test(text) && !NOTHING.includes(text) && !(text in {});

/**
 * Reads which record is meant. A whole number counts as its digits; nothing else but text can be
 * an ID.
 * @throws InputError before anything is sent
 */
export function readIdentifier(item: Item, { noun, idField }: RecordKind): string {
	const { displayName, name } = idField;
	const chosen = item.parameter(name);
	const value = isObject(chosen) && 'mode' in chosen ? chosen.value : chosen;
	const text = item.isChosen(name)
		? checkChosen(displayName, value)
		: checkIdentifying(displayName, value);
	const isOneLine = !/[\r\n\u202a-\u202e]/.test(String(value).trim());
	const isWhole = typeof value !== 'number' || (Number.isSafeInteger(value) && value >= 0);
	if (isWhole && isOneLine && isIdentifier(text)) return text;
	throw new InputError(
		`${displayName}: ${JSON.stringify(shown(text))} can't be used as an identifier`,
		`Give the ID of the ${noun} as Corlega shows it, e.g. 01HE..., without slashes, percent signs and the like.`,
	);
}
