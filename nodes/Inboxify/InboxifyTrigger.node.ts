import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkSeveralOf } from '../shared/input/check';
import { checkIdentifying, isChosen } from '../shared/input/identifier';
import { outputFields, readOutput } from '../shared/node/output';
import { describeEvents, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { listField } from './actions/common.fields';
import { CONTACT_FIELDS, simplify } from './actions/contact/simplify';
import { inboxify } from './inboxify.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';
import { EVENTS, watchContacts } from './watch/contacts';

const { field, subtitle } = describeEvents(EVENTS, 'contactAdded', {
	contactAdded: 'A contact was added to the list',
	contactBounced: 'The mail server of a contact refused its address',
	contactUnsubscribed: 'A contact unsubscribed (afgemeld)',
});

export class InboxifyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inboxify Trigger',
		name: 'inboxifyTrigger',
		icon: { light: 'file:../../icons/inboxify.svg', dark: 'file:../../icons/inboxify.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle,
		description: 'Starts the workflow when a contact of a newsletter list changes in Inboxify',
		defaults: { name: 'Inboxify Trigger' },
		polling: true,
		hints: [samplesHint],
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'inboxifyApi', required: true, testedBy: 'inboxifyApiTest' }],
		properties: [listField, field, ...outputFields(CONTACT_FIELDS, 'raw')],
	};

	methods = { listSearch, credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const list = this.getNodeParameter('list', '', { extractValue: true });
		const chosen = this.getNodeParameter('events');
		const wasChosen = isChosen(this.getNode().parameters.list);
		return await pollOnce(this, inboxify, (read) => ({
			watch: watchContacts(
				checkIdentifying('List', list, wasChosen),
				checkSeveralOf('Events', chosen, EVENTS),
			),
			output: readOutput(read, simplify, 'raw'),
		}));
	}
}
