import type { INodePropertyOptions } from 'n8n-workflow';

import type { Resource } from '../operation';

type Choice = Pick<INodePropertyOptions, 'name' | 'value'>;

/** A flat object of names by value, as JavaScript. Two braces would end n8n's expression. */
export const namesIn = (choices: Choice[]): string =>
	JSON.stringify(Object.fromEntries(choices.map(({ name, value }) => [value, name])));

/** The name of the chosen value, as JavaScript. */
const nameOf = (parameter: string, choices: Choice[]): string =>
	`((${namesIn(choices)})[$parameter["${parameter}"]] ?? $parameter["${parameter}"])`;

/** The subtitle of a node, e.g. `Get Many: Contact`. Operations of the same value need the same name. */
export function resourcesSubtitle(resources: Resource[]): string {
	const operations = resources.flatMap((resource) => resource.operations);
	const labels = resources.map(({ label, value }) => ({ name: label, value }));
	return `={{ ${nameOf('operation', operations)} + ": " + ${nameOf('resource', labels)} }}`;
}
