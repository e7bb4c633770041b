import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkOneOf, checkRequired } from '../shared/input/check';
import { pollOnce } from '../shared/trigger/poll';
import { listField } from './actions/common.fields';
import { inboxify } from './inboxify.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';
import { EVENTS, watchContacts } from './watch';

export class InboxifyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inboxify Trigger',
		name: 'inboxifyTrigger',
		icon: { light: 'file:../../icons/inboxify.svg', dark: 'file:../../icons/inboxify.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when a contact of an Inboxify list changes',
		defaults: { name: 'Inboxify Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'inboxifyApi', required: true, testedBy: 'inboxifyApiTest' }],
		properties: [
			listField,
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Contact Added',
						value: 'contactAdded',
						description: 'A contact has come to the list',
					},
					{
						name: 'Contact Bounced',
						value: 'contactBounced',
						description: 'The address of a contact was refused by its mail server',
					},
					{
						name: 'Contact Unsubscribed',
						value: 'contactUnsubscribed',
						description: 'A contact has unsubscribed (afgemeld)',
					},
				],
				default: 'contactAdded',
				description: 'What starts the workflow',
			},
		],
	};

	methods = { listSearch, credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const list = this.getNodeParameter('list', '', { extractValue: true });
		const event = this.getNodeParameter('event');
		return await pollOnce(this, inboxify, () =>
			watchContacts(checkRequired('List', list), checkOneOf('Event', event, EVENTS)),
		);
	}
}
