import type { Resource } from '../../shared/node/operation';
import { bulkDelete } from './contact/bulk/bulkDelete.operation';
import { bulkInsert } from './contact/bulk/bulkInsert.operation';
import { bulkUnsubscribe } from './contact/bulk/bulkUnsubscribe.operation';
import { count } from './contact/count.operation';
import { create } from './contact/create.operation';
import { deleteContact } from './contact/delete.operation';
import { get } from './contact/get.operation';
import { getAll } from './contact/getAll.operation';
import { sync } from './contact/sync.operation';
import { update } from './contact/update.operation';
import { upsert } from './contact/upsert.operation';
import { getAll as getLists } from './list/getAll.operation';
import { deletePerson } from './person/delete.operation';
import { getPerson } from './person/get.operation';
import { unsubscribePerson } from './person/unsubscribe.operation';
import { add } from './tag/add.operation';
import { deleteTag } from './tag/delete.operation';
import { getAll as getTags } from './tag/getAll.operation';

/** Resources of the Inboxify node, in the order of its dropdown. */
export const resources: Resource[] = [
	{
		label: 'Contact',
		value: 'contact',
		// In the order of the dropdown; n8n suggests the first ones as actions.
		operations: [
			create,
			upsert,
			deleteContact,
			bulkDelete,
			get,
			count,
			getAll,
			bulkInsert,
			sync,
			bulkUnsubscribe,
			update,
		],
		default: 'getAll',
	},
	{ label: 'List', value: 'list', operations: [getLists], default: 'getAll' },
	{
		label: 'Person',
		value: 'person',
		operations: [getPerson, deletePerson, unsubscribePerson],
		default: 'get',
	},
	{ label: 'Tag', value: 'tag', operations: [add, deleteTag, getTags], default: 'add' },
];
