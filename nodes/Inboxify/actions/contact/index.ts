import type { Resource } from '../../../shared/node/operation';
import { bulkDelete } from './bulk/bulkDelete.operation';
import { bulkInsert } from './bulk/bulkInsert.operation';
import { bulkUnsubscribe } from './bulk/bulkUnsubscribe.operation';
import { create } from './create.operation';
import { deleteContact } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const contactResource: Resource = {
	label: 'Contact',
	value: 'contact',
	// By their names in the dropdown; n8n suggests the first ones as actions.
	operations: [
		create,
		upsert,
		deleteContact,
		bulkDelete,
		get,
		getAll,
		bulkInsert,
		bulkUnsubscribe,
		update,
	],
	default: 'getAll',
};
