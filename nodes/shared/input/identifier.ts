import { checkRequired, isObject } from './check';
import { identifying } from './text';

/**
 * Whether a resource locator, as it is stored in a workflow, was set by a choice from its list. An
 * expression there brings what rows hold.
 */
export const isChosen = (locator: unknown): boolean =>
	isObject(locator) && locator.mode === 'list' && !String(locator.value ?? '').startsWith('=');

/**
 * Text that identifies something: normalised, or if it was chosen from a list, as the service gave
 * it, spaces included.
 * @throws InputError where it is empty or no text
 */
export function checkIdentifying(field: string, value: unknown, wasChosen = false): string {
	const text = checkRequired(field, value);
	return wasChosen ? String(value) : identifying(text);
}
