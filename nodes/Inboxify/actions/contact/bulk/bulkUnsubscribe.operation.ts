import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { batchSizeOption, isDone, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { checkEmail, emailField } from '../contact.fields';

export const bulkUnsubscribe: BulkOperation = {
	name: 'Unsubscribe Many',
	value: 'bulkUnsubscribe',
	action: 'Unsubscribe many contacts',
	description: 'Unsubscribe (afmelden) many contacts of a list, up to 1,000 in one request',
	properties: [listField, { ...emailField.property, required: true }],
	options: [batchSizeOption],
	sendEqualOnce: true,

	prepare: (item) =>
		toBulkEntry(
			item,
			{ email: checkEmail(item.parameter('email')) },
			{
				action: 'bulk-unsubscribe',
				repeatable: true,
			},
		),

	send: sendBulk,

	isDone,

	summarize: tellRefused,
};
