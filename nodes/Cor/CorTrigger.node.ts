import {
	type INodeExecutionData,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkBoolean, checkSeveralOf, isBlank } from '../shared/input/check';
import { simplifyField } from '../shared/node/description/fields';
import { eventsField, eventsSubtitle, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { cor } from './cor.service';
import { credentialTest } from './credential';
import { EVENTS, watchOrganisations } from './watch';

const events: INodePropertyOptions[] = [
	{
		name: 'Organisation Added',
		value: 'organisationAdded',
	},
	{
		name: 'Organisation Changed',
		value: 'organisationChanged',
		description: 'Something about an organisation has changed, other than its withdrawal',
	},
	{
		name: 'Organisation Withdrawn',
		value: 'organisationWithdrawn',
		description: 'The OIN of an organisation has been withdrawn (ingetrokken)',
	},
];

export class CorTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'COR (OIN Register) Trigger',
		name: 'corTrigger',
		icon: { light: 'file:../../icons/cor.svg', dark: 'file:../../icons/cor.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: eventsSubtitle(events),
		description: 'Starts the workflow when an organisation changes in the Dutch OIN register',
		defaults: { name: 'COR (OIN Register) Trigger' },
		polling: true,
		hints: [samplesHint],
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corApi', required: true, testedBy: 'corApiTest' }],
		properties: [eventsField(events, 'organisationChanged'), simplifyField],
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const chosen = this.getNodeParameter('events');
		const simplify = this.getNodeParameter('simplify');
		const isSimple = isBlank(simplify) || checkBoolean('Simplify', simplify);
		return await pollOnce(this, cor, () =>
			watchOrganisations(checkSeveralOf('Events', chosen, EVENTS), isSimple),
		);
	}
}
