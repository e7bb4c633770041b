import {
	type IDataObject,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkSeveralOf } from '../shared/input/check';
import { collection, readOption } from '../shared/node/description/fields';
import { foundFields, readOutput } from '../shared/node/output';
import { describeEvents, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { fieldOptions } from './columns';
import { corlega } from './corlega.service';
import { credentialTest } from './credential';
import { EVENTS, watchRecords } from './watch';

const STATUS_CHANGED = 'In each item, from is the previous status and to is the new status';

const { field, subtitle } = describeEvents(EVENTS, 'invoiceStatusChanged', {
	invoiceStatusChanged: STATUS_CHANGED,
	quoteStatusChanged: STATUS_CHANGED,
});

const scanOption: INodeProperties = {
	displayName: 'Full Scan Interval (Minutes)',
	name: 'fullScanMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1440, numberPrecision: 2 },
	default: 60,
	description:
		'How often to read a whole list if you chose only its Created event. Other polls request only the record count, and read the list if it changed. If one record is deleted and another created between two polls, the count stays the same: the new record is reported at the next full scan. 0 reads all records at each poll.',
};

const shareOption: INodeProperties = {
	displayName: 'Share of the Rate Limit',
	name: 'share',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 2 },
	default: 50,
	description:
		"The maximum percentage of the credential's Requests per Minute that the trigger uses. The trigger often has to read all records, 100 per request. A share leaves requests for your other workflows.",
};

export class CorlegaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Corlega Trigger',
		name: 'corlegaTrigger',
		icon: { light: 'file:../../icons/corlega.svg', dark: 'file:../../icons/corlega.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle,
		description: 'Starts the workflow when a contact, quote or invoice changes in Corlega',
		defaults: { name: 'Corlega Trigger' },
		polling: true,
		hints: [samplesHint],
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corlegaApi', required: true, testedBy: 'corlegaApiTest' }],
		properties: [
			field,
			...foundFields(),
			collection('options', [scanOption, shareOption], 'Add option'),
		],
	};

	methods = { loadOptions: fieldOptions, credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const options = this.getNodeParameter('options', {}) as IDataObject;
		const chosen = this.getNodeParameter('events');
		const share = readOption(shareOption, options.share) as number;
		const minutes = readOption(scanOption, options.fullScanMinutes) as number;
		return await pollOnce(
			this,
			corlega,
			(read) => ({
				watch: watchRecords(checkSeveralOf('Events', chosen, EVENTS), minutes * 60_000),
				output: readOutput(read, (one) => one, 'raw'),
			}),
			share / 100,
		);
	}
}
