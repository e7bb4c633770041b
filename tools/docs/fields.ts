import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';

/** Another field must have one of these values. */
export interface Condition {
	other: INodeProperties;
	values: NodeParameterValue[];
}

export interface Field {
	/** Its label, after those of its collections. */
	labels: string[];
	property: INodeProperties;
	conditions: Condition[];
}

const FORM = ['resource', 'operation'];

function conditionsOf(property: INodeProperties, beside: INodeProperties[]): Condition[] {
	return Object.entries(property.displayOptions?.show ?? {}).flatMap(([key, values]) => {
		const other = beside.find(({ name }) => name === key.replace(/^\//, ''));
		if ([...FORM, property.name].includes(key.replace(/^\//, ''))) return [];
		if (!other) throw new Error(`There is no field "${key}".`);
		return [{ other, values: values as NodeParameterValue[] }];
	});
}

const isGroup = (option: object): option is INodePropertyCollection => 'values' in option;

/** The fields inside a collection. */
function fieldsInside({ type, options = [] }: INodeProperties): INodeProperties[] {
	if (type === 'collection') return options as INodeProperties[];
	return type === 'fixedCollection' ? options.filter(isGroup).flatMap(({ values }) => values) : [];
}

/** Each field, followed by the fields of a collection. */
export const fieldsOf = (properties: INodeProperties[], outer: string[] = []): Field[] =>
	properties.flatMap((property) => {
		const { displayName, type, description } = property;
		const isOlder = property.displayOptions?.show?.[`/${property.name}`] !== undefined;
		if (type === 'notice' || isOlder) return [];
		const labels = [...outer, displayName];
		const inside = fieldsOf(fieldsInside(property), labels);
		if (type === 'collection' && description === undefined) return inside;
		return [{ labels, property, conditions: conditionsOf(property, properties) }, ...inside];
	});

export const noticesOf = (properties: INodeProperties[]): string[] =>
	properties.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName);

export const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);
