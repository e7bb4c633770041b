import { checkRequired, isBlank, isObject } from './check';
import { InputError } from './InputError';
import { identifying } from './text';

/** Text that identifies something, normalised. @throws InputError where it is empty or no text */
export function checkIdentifying(field: string, value: unknown): string {
	return identifying(checkRequired(field, value));
}

/**
 * Whether a resource locator, as it is stored in a workflow, was set by a choice from its list. An
 * expression there brings what rows hold.
 */
export const isChosen = (locator: unknown): boolean =>
	isObject(locator) && locator.mode === 'list' && !String(locator.value ?? '').startsWith('=');

/** What was chosen from a list: as the service gave it, spaces included. @throws InputError */
export function checkChosen(field: string, value: unknown): string {
	if (isBlank(value)) throw new InputError(`${field} is empty`, `Fill in ${field}.`);
	checkRequired(field, value);
	return String(value);
}
