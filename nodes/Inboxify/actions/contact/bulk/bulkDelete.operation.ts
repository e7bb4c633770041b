import { checkBoolean } from '../../../../shared/input/check';
import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { checkEmail, requiredEmail } from '../contact.fields';
import { batchSizeOption, bulkCalls, toBulkEntry } from './bulk';

export const bulkDelete: BulkOperation = {
	...bulkCalls,
	name: 'Delete Many',
	value: 'bulkDelete',
	action: 'Delete many contacts',
	description: 'Delete many contacts from a list, up to 1,000 in one request',
	writes: true,
	properties: [listField, requiredEmail],
	options: [
		batchSizeOption,
		{
			displayName: 'Unsubscribe',
			name: 'unsubscribe',
			type: 'boolean',
			default: false,
			description: 'Whether to also unsubscribe (afmelden) the deleted contacts',
		},
	],
	sendEqualOnce: true,

	prepare(item) {
		const unsubscribe = checkBoolean('Unsubscribe', item.options.unsubscribe ?? false);
		const contact = { email: checkEmail(item.parameter('email')) };
		const query = { unsubscribe: unsubscribe ? 'True' : 'False' };
		const call = { action: 'bulk-delete', query, repeatable: true, outcome: 'deleted' };
		return toBulkEntry(item, contact, call);
	},
};
