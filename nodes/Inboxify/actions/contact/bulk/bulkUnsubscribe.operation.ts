import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { checkEmail, requiredEmail } from '../contact.fields';
import { batchSizeOption, bulkCalls, toBulkEntry } from './bulk';

export const bulkUnsubscribe: BulkOperation = {
	...bulkCalls,
	name: 'Unsubscribe Many',
	value: 'bulkUnsubscribe',
	action: 'Unsubscribe many contacts',
	description: 'Unsubscribe (afmelden) many contacts from a list, up to 1,000 in one request',
	writes: true,
	properties: [listField, requiredEmail],
	options: [batchSizeOption],
	sendEqualOnce: true,

	prepare(item) {
		const contact = { email: checkEmail(item.parameter('email')) };
		const call = { action: 'bulk-unsubscribe', repeatable: true, outcome: 'unsubscribed' };
		return toBulkEntry(item, contact, call);
	},
};
