import type { INodeProperties } from 'n8n-workflow';

import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { checkEmail, requiredEmail } from '../contact.fields';
import { batchSizeOption, bulkCalls, toBulkEntry } from './bulk';

const unsubscribeOption: INodeProperties = {
	displayName: 'Unsubscribe',
	name: 'unsubscribe',
	type: 'boolean',
	default: false,
	description: 'Whether to also unsubscribe (afmelden) the deleted contacts',
};

export const bulkDelete: BulkOperation = {
	...bulkCalls,
	name: 'Delete Many',
	value: 'bulkDelete',
	action: 'Delete many contacts',
	description: 'Delete many contacts from a list, up to 1,000 in one request',
	writes: true,
	properties: [listField, requiredEmail],
	options: [batchSizeOption, unsubscribeOption],
	sendEqualOnce: true,

	prepare(item) {
		const contact = { email: checkEmail(item.parameter('email')) };
		const query = { unsubscribe: item.option(unsubscribeOption) ? 'True' : 'False' };
		const call = { action: 'bulk-delete', query, repeatable: true, outcome: 'deleted' };
		return toBulkEntry(item, contact, call);
	},
};
