import {
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkSeveralOf } from '../shared/input/check';
import { checkChosen, checkIdentifying, isChosen } from '../shared/input/identifier';
import { eventsField, eventsSubtitle, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { listField } from './actions/common.fields';
import { inboxify } from './inboxify.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';
import { EVENTS, watchContacts } from './watch/contacts';

const events: INodePropertyOptions[] = [
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
];

export class InboxifyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inboxify Trigger',
		name: 'inboxifyTrigger',
		icon: { light: 'file:../../icons/inboxify.svg', dark: 'file:../../icons/inboxify.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventsSubtitle(events),
		description: 'Starts the workflow when a contact of a newsletter list changes in Inboxify',
		defaults: { name: 'Inboxify Trigger' },
		polling: true,
		hints: [samplesHint],
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'inboxifyApi', required: true, testedBy: 'inboxifyApiTest' }],
		properties: [listField, eventsField(events, 'contactAdded')],
	};

	methods = { listSearch, credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const list = this.getNodeParameter('list', '', { extractValue: true });
		const chosen = this.getNodeParameter('events');
		const check = isChosen(this.getNode().parameters.list) ? checkChosen : checkIdentifying;
		return await pollOnce(this, inboxify, () =>
			watchContacts(check('List', list), checkSeveralOf('Events', chosen, EVENTS)),
		);
	}
}
