import type {
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodeParameterValue,
} from 'n8n-workflow';

/** What another field must hold for a field to be shown. */
export interface Condition {
	other: INodeProperties;
	values: NodeParameterValue[];
}

/** A field of a form. */
export interface Field {
	/** Its label, behind those of the collections that it is in. */
	labels: string[];
	property: INodeProperties;
	conditions: Condition[];
}

/** By these all fields of a node are shown: what a form is of, and no condition within it. */
const FORM = ['resource', 'operation'];

function conditionsOf({ displayOptions }: INodeProperties, beside: INodeProperties[]): Condition[] {
	return Object.entries(displayOptions?.show ?? {}).flatMap(([key, values]) => {
		const other = beside.find(({ name }) => name === key.replace(/^\//, ''));
		if (FORM.includes(key.replace(/^\//, ''))) return [];
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

/**
 * The fields of a form, those of collections behind them. A collection that has nothing to say stands
 * before its fields' labels only.
 */
export const fieldsOf = (properties: INodeProperties[], outer: string[] = []): Field[] =>
	properties.flatMap((property) => {
		const { displayName, type, description } = property;
		if (type === 'notice') return [];
		const labels = [...outer, displayName];
		const inside = fieldsOf(fieldsInside(property), labels);
		if (type === 'collection' && description === undefined) return inside;
		return [{ labels, property, conditions: conditionsOf(property, properties) }, ...inside];
	});

/** What a form says beside its fields. */
export const noticesOf = (properties: INodeProperties[]): string[] =>
	properties.filter(({ type }) => type === 'notice').map(({ displayName }) => displayName);

/** The choices of a dropdown. */
export const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);
