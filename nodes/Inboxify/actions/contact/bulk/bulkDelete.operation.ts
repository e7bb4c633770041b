import { checkBoolean } from '../../../../shared/input/check';
import type { BulkOperation } from '../../../../shared/node/operation';
import { listField } from '../../common.fields';
import { batchSizeOption, isDone, sendBulk, tellRefused, toBulkEntry } from './bulk';
import { checkEmail, emailField } from '../contact.fields';

export const bulkDelete: BulkOperation = {
	name: 'Delete Many',
	value: 'bulkDelete',
	action: 'Delete many contacts',
	description: 'Delete many contacts from a list, up to 1,000 in one request',
	properties: [listField, { ...emailField.property, required: true }],
	options: [
		batchSizeOption,
		{
			displayName: 'Unsubscribe',
			name: 'unsubscribe',
			type: 'boolean',
			default: false,
			description: 'Whether to also unsubscribe (afmelden) the contacts that are deleted',
		},
	],
	sendEqualOnce: true,

	prepare(item) {
		const unsubscribe = checkBoolean('Unsubscribe', item.options.unsubscribe ?? false);
		return toBulkEntry(
			item,
			{ email: checkEmail(item.parameter('email')) },
			{
				action: 'bulk-delete',
				query: { unsubscribe: unsubscribe ? 'True' : 'False' },
				repeatable: true,
			},
		);
	},

	send: sendBulk,

	isDone,

	summarize: tellRefused,
};
