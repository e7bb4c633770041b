import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../../../../shared/input/check';
import { freeText } from '../../../../shared/input/text';
import { isSet } from '../../../optOut';
import { joinTags, tagsOf } from '../../../tags';

/** As values are compared: an empty one equals one that is absent. */
function comparable(field: string, value: unknown): string {
	if (field === 'sex') return String(Number(value ?? 0));
	if (field === 'unsubscribed') return String(isSet(value));
	if (isBlank(value)) return '';
	const text = freeText(String(value));
	// Inboxify may add a time of day to a date.
	return field === 'customDate' ? text.slice(0, 10) : text;
}

/**
 * Returns the fields of `wanted` that a contact has otherwise.
 * @param addsTags whether the contact keeps the tags that it has
 */
export function differences(
	contact: IDataObject,
	wanted: IDataObject,
	addsTags: boolean,
): IDataObject {
	const differing = Object.entries(wanted).filter(([field, value]) => {
		if (field !== 'tags') return comparable(field, contact[field]) !== comparable(field, value);
		const [current, given] = [tagsOf(contact), value as string[]];
		if (joinTags(current, given).length > current.length) return true;
		const keepsCurrent = addsTags && given.length > 0;
		return !keepsCurrent && joinTags(given, current).length > given.length;
	});
	return Object.fromEntries(differing);
}
