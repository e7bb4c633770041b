import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkSeveralOf } from '../shared/input/check';
import { readOutput } from '../shared/node/output';
import { describeEvents, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { organisationOutput } from './actions/organisation/organisation.fields';
import { simplify } from './actions/organisation/simplify';
import { cor } from './cor.service';
import { credentialTest } from './credential';
import { EVENTS, watchOrganisations } from './watch';

const { field, subtitle } = describeEvents(EVENTS, 'organisationChanged', {
	organisationChanged: 'An organisation changed, other than by being withdrawn',
	organisationWithdrawn: 'The OIN of an organisation was withdrawn (ingetrokken)',
});

export class CorTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'COR (OIN Register) Trigger',
		name: 'corTrigger',
		icon: { light: 'file:../../icons/cor.svg', dark: 'file:../../icons/cor.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle,
		description: 'Starts the workflow when an organisation changes in the Dutch OIN register',
		defaults: { name: 'COR (OIN Register) Trigger' },
		polling: true,
		hints: [samplesHint],
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corApi', required: true, testedBy: 'corApiTest' }],
		properties: [field, ...organisationOutput],
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const chosen = this.getNodeParameter('events');
		return await pollOnce(this, cor, (read) => ({
			watch: watchOrganisations(checkSeveralOf('Events', chosen, EVENTS)),
			output: readOutput(read, simplify),
		}));
	}
}
