import {
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { checkNumber, checkSeveralOf, isBlank } from '../shared/input/check';
import { describeEvents, samplesHint } from '../shared/trigger/description';
import { pollOnce } from '../shared/trigger/poll';
import { corlega } from './corlega.service';
import { credentialTest } from './credential';
import { EVENTS, watchRecords } from './watch';

const STATUS_CHANGED = 'In each item, from is the previous status and to is the new status';

const { field, subtitle } = describeEvents(EVENTS, 'invoiceStatusChanged', {
	invoiceStatusChanged: STATUS_CHANGED,
	quoteStatusChanged: STATUS_CHANGED,
});

/** Default percentage. */
const SHARE = 50;

/** Minutes between two scans of a list that seems unchanged: by default, and at most. */
const SCAN_INTERVAL = 60;
const MAX_SCAN_INTERVAL = 1440;

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
			{
				displayName: 'Options',
				name: 'options',
				type: 'collection',
				placeholder: 'Add option',
				default: {},
				options: [
					{
						displayName: 'Full Scan Interval (Minutes)',
						name: 'fullScanMinutes',
						type: 'number',
						typeOptions: { minValue: 0, maxValue: MAX_SCAN_INTERVAL },
						default: SCAN_INTERVAL,
						description:
							'How often to read a whole list if you chose only its Created event. Other polls request only the record count, and read the list if it changed. If one record is deleted and another created between two polls, the count stays the same: the new record is reported at the next full scan. 0 reads all records at each poll.',
					},
					{
						displayName: 'Share of the Rate Limit',
						name: 'share',
						type: 'number',
						typeOptions: { minValue: 1, maxValue: 100 },
						default: SHARE,
						description:
							"The maximum percentage of the credential's Requests per Minute that the trigger uses. The trigger often has to read all records, 100 per request. A share leaves requests for your other workflows.",
					},
				],
			},
		],
	};

	methods = { credentialTest };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const { share, fullScanMinutes } = this.getNodeParameter('options', {}) as IDataObject;
		const chosen = this.getNodeParameter('events');
		const percent = isBlank(share)
			? SHARE
			: checkNumber('Share of the Rate Limit', share, { minimum: 1, maximum: 100 });
		const minutes = isBlank(fullScanMinutes)
			? SCAN_INTERVAL
			: checkNumber('Full Scan Interval (Minutes)', fullScanMinutes, {
					minimum: 0,
					maximum: MAX_SCAN_INTERVAL,
				});
		return await pollOnce(
			this,
			corlega,
			() => watchRecords(checkSeveralOf('Events', chosen, EVENTS), minutes * 60_000),
			percent / 100,
		);
	}
}
