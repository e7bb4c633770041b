import {
	type ICredentialType,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeTypeDescription,
	NodeHelpers,
} from 'n8n-workflow';

export interface Choice {
	name: string;
	value: string;
}

const choicesOf = (parameter: INodeProperties): Choice[] =>
	(parameter.options as INodePropertyOptions[]).map(({ name, value }) => ({
		name,
		value: String(value),
	}));

function shownParameters(
	properties: INodeProperties[],
	values: INodeParameters,
	description: INodeTypeDescription | null,
): INodeProperties[] {
	const all =
		NodeHelpers.getNodeParameters(properties, values, true, false, null, description) ?? values;
	const isShown = (parameter: INodeProperties) =>
		NodeHelpers.displayParameter(all, parameter, null, description, all);
	return properties
		.filter(isShown)
		.map((parameter) =>
			parameter.type === 'collection'
				? { ...parameter, options: (parameter.options as INodeProperties[]).filter(isShown) }
				: parameter,
		);
}

export function choicesIn(
	description: INodeTypeDescription,
	dropdown: 'resource' | 'operation' | 'events',
	values: INodeParameters = {},
): Choice[] {
	const parameters = fieldsFor(description, values);
	return choicesOf(parameters.find(({ name }) => name === dropdown)!);
}

export const fieldsFor = (
	description: INodeTypeDescription,
	values: INodeParameters,
): INodeProperties[] => shownParameters(description.properties, values, description);

export const credentialLabels = (
	{ properties }: ICredentialType,
	values: INodeParameters,
): string[] => shownParameters(properties, values, null).map(({ displayName }) => displayName);
