import type { IDataObject } from 'n8n-workflow';

import { checkText } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import { kvkText } from '../../../shared/input/number';
import { checkedField, type EmptyValues } from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';

/** The KvK number of a contact or the organization. Corlega accepts any text. */
export const kvkNumberField = checkedField(
	{
		displayName: 'KvK Number',
		name: 'kvkNumber',
		placeholder: 'e.g. 12345678',
		description: 'Number in the trade register of the Kamer van Koophandel (KvK)',
	},
	(label, value) => kvkText(checkText(label, value)),
);

/** Reads Update Fields by a function that makes the body. @throws InputError if it is empty */
export function readUpdate(
	item: Item,
	read: (fields: IDataObject, emptyValues: EmptyValues) => IDataObject,
	fields = item.collection('updateFields'),
): IDataObject {
	const emptyValues = item.emptyValues();
	const body = read(fields, emptyValues);
	checkBody('Update Fields', body, Object.keys(fields).length > 0, emptyValues);
	item.warnOfMistakes(body);
	return body;
}

/** Checks that a body is not empty. @throws InputError that says if fields or values are missing */
export function checkBody(
	label: string,
	body: IDataObject,
	hasFields: boolean,
	emptyValues?: EmptyValues,
): IDataObject {
	if (Object.keys(body).length > 0) return body;
	if (!hasFields)
		throw new InputError(`${label} is empty`, `Add at least one field under ${label}.`);
	const clearing = emptyValues && ' To empty them, set Empty Values under Options to Clear.';
	throw new InputError(
		`All values under ${label} are empty, so there is nothing to send`,
		`Fill in at least one of them.${clearing ?? ''}`,
	);
}
