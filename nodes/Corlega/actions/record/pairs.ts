import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkText, isBlank, isObject } from '../../../shared/input/check';
import { checkIdentifying } from '../../../shared/input/identifier';
import { InputError } from '../../../shared/input/InputError';
import type { EmptyValues } from '../../../shared/node/description/fieldSet';

/** The rows of a collection of pairs. @param more fields between name and value */
export const pairRows = (
	name: string,
	placeholder: string,
	...more: INodeProperties[]
): Pick<INodeProperties, 'type' | 'typeOptions' | 'placeholder' | 'options'> => ({
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field',
	options: [
		{
			displayName: 'Field',
			name,
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder },
				...more,
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
});

/** Returns a value as it is sent. @throws InputError if JSON can't express it */
function checkValue(label: string, value: unknown): unknown {
	if (typeof value === 'bigint') return value.toString();
	if (typeof value === 'string') return isBlank(value) ? '' : checkText(label, value);
	const isUnknown = ['function', 'symbol'].includes(typeof value);
	// JSON would turn it into null, which clears the field.
	if (isUnknown || (typeof value === 'number' && !Number.isFinite(value))) {
		throw new InputError(`${label} can't be sent: it is ${String(value)}`);
	}
	return value;
}

/**
 * Reads name/value pairs. Null is left out, and so is empty text unless it clears a field.
 * @param noun what an error calls a pair, e.g. `custom field`
 * @param convert makes what is sent of a value
 * @throws InputError for a value without a name, or a name given twice
 */
export function readPairs(
	label: string,
	noun: string,
	pairs: unknown,
	emptyValues: EmptyValues,
	convert?: (label: string, value: unknown, pair: IDataObject) => unknown,
): IDataObject {
	const read = new Map<string, unknown>();
	for (const pair of [pairs].flat()) {
		if (pair === undefined || pair === null) continue;
		if (!isObject(pair)) throw new InputError(`${label} must be a list of names and values`);
		const { value } = pair;
		if (value === undefined || value === null) continue;
		const isEmpty = typeof value === 'string' && isBlank(value);
		if (isEmpty && (emptyValues === 'ignore' || isBlank(pair.name))) continue;
		const name = checkIdentifying(`The name of a ${noun}`, pair.name);
		if (read.has(name)) throw new InputError(`${label} names a field twice: "${name}"`);
		const valueLabel = `The value of "${name}"`;
		const checked = checkValue(valueLabel, value);
		read.set(name, convert ? convert(valueLabel, checked, pair) : checked);
	}
	return Object.fromEntries(read) as IDataObject;
}
