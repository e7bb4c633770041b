import type { IDataObject } from 'n8n-workflow';

import { checkNotEmpty, isBlank } from '../../../shared/input/check';
import { InputError } from '../../../shared/input/InputError';
import type { EmptyValues, FieldSet } from '../../../shared/node/description/fieldSet';

/**
 * Reads the fields of a collection. Where empty values clear a field, white space is an empty value
 * too.
 * @throws InputError as the field set does
 */
export const readFields = (
	fields: FieldSet,
	values: Record<string, unknown>,
	emptyValues: EmptyValues,
): IDataObject =>
	fields.read(
		Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				typeof value === 'string' && isBlank(value) ? '' : value,
			]),
		),
		emptyValues,
	);

/** The fields of a body that say something. */
export const withoutBlanks = (body: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));

/**
 * Checks that something is sent.
 * @param label of the collection
 * @param hasFields whether fields were added, whatever their values
 * @param canClear whether the operation has the option Empty Values
 * @throws InputError that says whether fields are missing, or their values
 */
export function checkBody(
	label: string,
	body: IDataObject,
	{ hasFields, canClear }: { hasFields: boolean; canClear: boolean },
): IDataObject {
	if (!hasFields || Object.keys(body).length > 0) return checkNotEmpty(label, body);
	const clearing = canClear ? ' To empty them, set Empty Values under Options to Clear.' : '';
	throw new InputError(
		`All values under ${label} are empty, so there is nothing to send`,
		`Fill in at least one of them.${clearing}`,
	);
}
