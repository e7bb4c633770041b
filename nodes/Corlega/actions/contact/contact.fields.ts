import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isObject } from '../../../shared/input/check';
import { checkAddress } from '../../../shared/input/email';
import { InputError } from '../../../shared/input/InputError';
import { checkNumberText } from '../../../shared/input/number';
import { collection } from '../../../shared/node/description/fields';
import {
	checkedField,
	type EmptyValues,
	FieldSet,
	textField,
} from '../../../shared/node/description/fieldSet';
import type { Item } from '../../../shared/node/Item';
import { mappedBody } from '../document/mappedBody';
import { kvkNumberField } from '../record/fields';
import { pairRows, readPairs } from '../record/pairs';
import { pickFields } from './upsertContact';

/** Outside the collection on create and upsert. */
export const nameField = textField({
	displayName: 'Name',
	name: 'name',
	placeholder: 'e.g. Bouwbedrijf De Vries B.V.',
	description: 'Name of the person or company',
});

const customFields: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	...pairRows('field', 'e.g. website'),
	default: {},
	description:
		'Other contact fields in your Corlega account. Use the exact field names that Corlega uses.',
};

/** Documented fields but the name. */
export const otherFields = new FieldSet([
	checkedField(
		{
			displayName: 'Email',
			name: 'email',
			placeholder: 'e.g. info@devries-bouw.nl',
			description: 'E-mail address of the contact',
		},
		checkAddress,
	),
	kvkNumberField,
	checkedField(
		{
			displayName: 'Phone',
			name: 'phone',
			placeholder: 'e.g. 06 12345678',
			description: 'Telephone number of the contact',
		},
		checkNumberText,
	),
	textField({
		displayName: 'Type',
		name: 'type',
		placeholder: 'e.g. business',
		description: 'Type of contact in Corlega, e.g. business',
	}),
]);

export const allFields = otherFields.with(nameField);

export const additionalFields = collection('additionalFields', [
	customFields,
	...otherFields.properties,
]);

/** Reads the fields of a contact, or its columns: those that are not documented are custom fields. */
export function readContactFields(item: Item, collection: string): IDataObject {
	if (!item.mapsColumns()) return item.collection(collection);
	const { values, types } = item.columns();
	const isKnown = (column: string) => allFields.properties.some(({ name }) => name === column);
	const custom = pickFields(values, (name) => !isKnown(name));
	const pairs = Object.entries(mappedBody({ values: custom, types }, item.emptyValues()));
	return {
		...pickFields(values, isKnown),
		customFields: { field: pairs.map(([name, value]) => ({ name, value })) },
	};
}

export const contactUpdateFields: INodeProperties[] = [customFields, ...allFields.properties];

/**
 * Makes the body of a contact from a collection.
 * @param taken more names that Custom Fields can't have
 * @throws InputError
 */
export function contactBody(
	{ customFields: custom, ...fields }: Record<string, unknown>,
	emptyValues: EmptyValues = 'ignore',
	taken: string[] = [],
): IDataObject {
	const body = allFields.read(fields, emptyValues);
	const given = isObject(custom) ? custom.field : custom;
	const others = readPairs('Custom Fields', 'custom field', given, emptyValues);
	for (const name of Object.keys(others)) {
		if (!Object.hasOwn(body, name) && !taken.includes(name)) continue;
		throw new InputError(
			`The field "${name}" is given twice`,
			`Leave "${name}" out of Custom Fields.`,
		);
	}
	return { ...body, ...others };
}
