import type { Operation, Resource } from '../../../shared/node/operation';
import { getRecord } from '../record/get.operation';
import { getRecords } from '../record/getAll.operation';
import type { RecordKind } from '../record/record.kind';
import { createDocument } from './create.operation';
import { invoice, quote } from './document.kind';
import { updateDocument } from './update.operation';

/** What can be done with a quote as with an invoice. */
const operationsOf = (kind: RecordKind): Operation[] => [
	createDocument(kind),
	getRecord(kind),
	getRecords(kind),
	updateDocument(kind),
];

export const quoteResource: Resource = {
	label: 'Quote',
	value: 'quote',
	operations: operationsOf(quote),
	default: 'getAll',
};

export const invoiceResource: Resource = {
	label: 'Invoice',
	value: 'invoice',
	operations: operationsOf(invoice),
	default: 'getAll',
};
