import type { Resource } from '../../../shared/node/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';

export const invoiceResource: Resource = {
	label: 'Invoice',
	value: 'invoice',
	operations: [create, get, getAll, update],
	default: 'getAll',
};
