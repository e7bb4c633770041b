import type { INodeProperties, INodePropertyOptions, NodeHint } from 'n8n-workflow';

import { namesIn } from '../node/description/describe';

/** The events of a trigger, of which several can be chosen. @param first is chosen at the start */
export const eventsField = (options: INodePropertyOptions[], first: string): INodeProperties => ({
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	noDataExpression: true,
	options,
	default: [first],
	description:
		'What starts the workflow. One reading of a list serves all events about it; each item says which one it is, under event.',
});

/** The events that are chosen, as the dropdown names them. */
export const eventsSubtitle = (options: INodePropertyOptions[]): string =>
	`={{ $parameter["events"].map((event) => (${namesIn(options)})[event] ?? event).join(", ") }}`;

/** Tells what comes out of a test in the editor: n8n would show it as events. */
export const samplesHint: NodeHint = {
	message:
		'Fetch Test Event shows some records as samples: nothing has to have happened to them. An active workflow gets what really happened.',
	type: 'info',
	location: 'outputPane',
	whenToDisplay: 'afterExecution',
};
