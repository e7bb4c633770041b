import type { Operation, Resource } from '../../shared/node/operation';
import { getApiKey } from './apiKey/get.operation';
import { create } from './contact/create.operation';
import { get } from './contact/get.operation';
import { search } from './contact/search.operation';
import { update } from './contact/update.operation';
import { upsert } from './contact/upsert.operation';
import { createDocument } from './document/create.operation';
import { updateDocument } from './document/update.operation';
import { getOrganization } from './organization/get.operation';
import { updateOrganization } from './organization/update.operation';
import { countRecords } from './record/count.operation';
import { getRecord } from './record/get.operation';
import { getRecords } from './record/getAll.operation';
import { contact, invoice, quote, type RecordKind } from './record/record.kind';

const operationsOf = (kind: RecordKind): Operation[] => [
	createDocument(kind),
	getRecord(kind),
	countRecords(kind),
	getRecords(kind),
	updateDocument(kind),
];

/** All resources of the Corlega node, in the order of its dropdown. */
export const resources: Resource[] = [
	{ label: 'API Key', value: 'apiKey', operations: [getApiKey], default: 'get' },
	{
		label: 'Contact',
		value: 'contact',
		operations: [create, upsert, countRecords(contact), get, getRecords(contact), search, update],
		default: 'getAll',
	},
	{ label: 'Invoice', value: 'invoice', operations: operationsOf(invoice), default: 'getAll' },
	{
		label: 'Organization',
		value: 'organization',
		operations: [getOrganization, updateOrganization],
		default: 'get',
	},
	{ label: 'Quote', value: 'quote', operations: operationsOf(quote), default: 'getAll' },
];
