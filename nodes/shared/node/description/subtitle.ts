import type { INodePropertyOptions } from 'n8n-workflow';

/** Names by their values, as JavaScript. n8n ends an expression at two braces, so it must be flat. */
export const namesIn = (options: Array<Pick<INodePropertyOptions, 'name' | 'value'>>): string =>
	JSON.stringify(Object.fromEntries(options.map(({ name, value }) => [value, name])));
