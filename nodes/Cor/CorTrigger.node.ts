import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkBoolean, checkOneOf, isBlank } from '../shared/input/check';
import { pollOnce } from '../shared/trigger/poll';
import { simplifyField } from './actions/organisation/organisation.fields';
import { cor } from './cor.service';
import { credentialTest } from './credential';
import { EVENTS, watchOrganisations } from './watch';

export class CorTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'COR (OIN Register) Trigger',
		name: 'corTrigger',
		icon: { light: 'file:../../icons/cor.svg', dark: 'file:../../icons/cor.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["event"] }}',
		description: 'Starts the workflow when an organisation changes in the Dutch OIN register',
		defaults: { name: 'COR (OIN Register) Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corApi', required: true, testedBy: 'corApiTest' }],
		properties: [
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Organisation Added',
						value: 'organisationAdded',
					},
					{
						name: 'Organisation Changed',
						value: 'organisationChanged',
					},
					{
						name: 'Organisation Withdrawn',
						value: 'organisationWithdrawn',
						description: 'The OIN of an organisation has been withdrawn (ingetrokken)',
					},
				],
				default: 'organisationChanged',
				description: 'What starts the workflow',
			},
			simplifyField,
		],
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const event = this.getNodeParameter('event');
		const simplify = this.getNodeParameter('simplify');
		const isSimple = isBlank(simplify) || checkBoolean('Simplify', simplify);
		return await pollOnce(this, cor, () =>
			watchOrganisations(checkOneOf('Event', event, EVENTS), isSimple),
		);
	}
}
