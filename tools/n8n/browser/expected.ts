import {
	type ICredentialType,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
	type INodeTypeDescription,
	NodeHelpers,
} from 'n8n-workflow';

/** A value to choose, and what it is called in the editor. */
export interface Choice {
	name: string;
	value: string;
}

/** The choices of a parameter of type options. */
const choicesOf = (parameter: INodeProperties): Choice[] =>
	(parameter.options as INodePropertyOptions[]).map(({ name, value }) => ({
		name,
		value: String(value),
	}));

/** The parameters that are shown for the values given; all others have their default. */
function shownParameters(
	properties: INodeProperties[],
	values: INodeParameters,
	description: INodeTypeDescription | null,
): INodeProperties[] {
	const all = NodeHelpers.getNodeParameters(properties, values, true, false, null, description);
	return properties.filter((parameter) =>
		NodeHelpers.displayParameter(all ?? values, parameter, null, description),
	);
}

/** The choices of a dropdown of a node, for the values given. */
export function choicesIn(
	description: INodeTypeDescription,
	dropdown: 'resource' | 'operation' | 'events',
	values: INodeParameters = {},
): Choice[] {
	const parameters = fieldsFor(description, values);
	return choicesOf(parameters.find(({ name }) => name === dropdown)!);
}

/** The fields that the editor is to show for the values given. */
export const fieldsFor = (
	description: INodeTypeDescription,
	values: INodeParameters,
): INodeProperties[] => shownParameters(description.properties, values, description);

/** The labels of a credential's form for some values; all others have their default. */
export const credentialLabels = (
	{ properties }: ICredentialType,
	values: INodeParameters,
): string[] => shownParameters(properties, values, null).map(({ displayName }) => displayName);
