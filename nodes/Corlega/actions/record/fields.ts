import type { INodeProperties } from 'n8n-workflow';

import { checkText } from '../../../shared/input/check';
import { kvkText } from '../../../shared/input/number';
import { checkedField } from '../../../shared/node/description/fieldSet';

/** The KvK number of a contact or the organization. Corlega accepts any text. */
export const kvkNumberField = checkedField(
	{
		displayName: 'KvK Number',
		name: 'kvkNumber',
		placeholder: 'e.g. 12345678',
		description: 'Number in the trade register of the Kamer van Koophandel (KvK)',
	},
	(label, value) => kvkText(checkText(label, value)),
);

/** The collection of fields that an update changes. */
export const updateFields = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options,
});
