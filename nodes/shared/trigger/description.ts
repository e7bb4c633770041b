import type { INodeProperties, INodePropertyOptions, NodeHint } from 'n8n-workflow';

import { namesIn } from '../node/description/describe';
import { titleOf } from '../node/description/fields';

/**
 * The Events field of a trigger, and its subtitle: the chosen events.
 * @param events in alphabetical order; `contactAdded` is shown as "Contact Added"
 * @param first is the default
 */
export function describeEvents<E extends string>(
	events: readonly E[],
	first: E,
	descriptions: Partial<Record<E, string>>,
): { field: INodeProperties; subtitle: string } {
	const options = events.map((value): INodePropertyOptions => {
		const description = descriptions[value];
		return { name: titleOf(value), value, ...(description && { description }) };
	});
	const field: INodeProperties = {
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		noDataExpression: true,
		options,
		default: [first],
		description:
			'What starts the workflow. Several events for the same kind of record share one reading of the list. Each output item has the name of its event in the field event.',
	};
	const subtitle = `={{ $parameter["events"].map((event) => (${namesIn(options)})[event] ?? event).join(", ") }}`;
	return { field, subtitle };
}

export const samplesHint: NodeHint = {
	message:
		'Fetch Test Event shows some records as samples, even if nothing happened to them. An active workflow gets only what really happened.',
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'afterExecution',
};
