import type { INodePropertyOptions } from 'n8n-workflow';

import type { Resource } from '../operation';

/** A value as workflows save it, and its name in the dropdown. */
type Choice = Pick<INodePropertyOptions, 'name' | 'value'>;

/** Names by their values, as JavaScript. n8n ends an expression at two braces, so it must be flat. */
export const namesIn = (choices: Choice[]): string =>
	JSON.stringify(Object.fromEntries(choices.map(({ name, value }) => [value, name])));

/** The name of what is chosen, as JavaScript. */
const nameOf = (parameter: string, choices: Choice[]): string =>
	`((${namesIn(choices)})[$parameter["${parameter}"]] ?? $parameter["${parameter}"])`;

/**
 * What stands below a node on the canvas, e.g. `Get Many: Contact`.
 * @param resources of which operations with the same value have the same name
 */
export function resourcesSubtitle(resources: Resource[]): string {
	const operations = resources.flatMap((resource) => resource.operations);
	const labels = resources.map(({ label, value }) => ({ name: label, value }));
	return `={{ ${nameOf('operation', operations)} + ": " + ${nameOf('resource', labels)} }}`;
}
