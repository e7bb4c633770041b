import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkText, isBlank } from '../../input/check';
import { InputError } from '../../input/InputError';

/** An empty value is left out, or clears the field at the service. */
export type EmptyValues = 'ignore' | 'clear';

/** A field of a collection: how it is shown, and how its value is checked. */
export interface Field {
	property: INodeProperties;
	/** @param label the field's display name. @returns what is sent. @throws InputError */
	check(label: string, value: unknown): unknown;
}

type TextProperty = Omit<INodeProperties, 'type' | 'default'>;

/** A field of text with its own check, e.g. an address. @param check is given no empty value */
export const checkedField = (property: TextProperty, check: Field['check']): Field => ({
	property: { ...property, type: 'string', default: '' },
	check: (label, value) => (isBlank(value) ? '' : check(label, value)),
});

/** A field of plain text. @param maximum most characters */
export const textField = (property: TextProperty, maximum?: number): Field => ({
	property: { ...property, type: 'string', default: '' },
	check: (label, value) => checkText(label, value, maximum),
});

export const byLabel = (a: INodeProperties, b: INodeProperties): number =>
	a.displayName.localeCompare(b.displayName, 'en');

/** The fields of a collection, each declared once. */
export class FieldSet {
	/** In the order of their labels. */
	readonly properties: INodeProperties[];

	private readonly fields: Map<string, Field>;

	constructor(fields: Field[]) {
		this.fields = new Map(fields.map((field) => [field.property.name, field]));
		this.properties = fields.map(({ property }) => property).sort(byLabel);
	}

	with(...others: Field[]): FieldSet {
		return new FieldSet([...this.fields.values(), ...others]);
	}

	/**
	 * Checks the values of a collection, and leaves out null and undefined; white space is empty text.
	 * @returns what is sent, by field name
	 * @throws InputError for an invalid value, and for a key that is not a field
	 */
	read(values: Record<string, unknown>, emptyValues: EmptyValues = 'ignore'): IDataObject {
		const body: IDataObject = {};
		for (const [name, value] of Object.entries(values)) {
			const field = this.fields.get(name);
			if (!field) {
				throw new InputError(
					`There is no field "${name}"`,
					`The fields are: ${[...this.fields.keys()].sort().join(', ')}.`,
				);
			}
			if (value === undefined || value === null) continue;
			if (emptyValues === 'ignore' && isBlank(value)) continue;
			const given = typeof value === 'string' && isBlank(value) ? '' : value;
			body[name] = field.check(field.property.displayName, given) as IDataObject[string];
		}
		return body;
	}
}
