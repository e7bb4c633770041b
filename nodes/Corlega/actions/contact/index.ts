import type { Resource } from '../../../shared/node/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const contactResource: Resource = {
	label: 'Contact',
	value: 'contact',
	operations: [create, upsert, get, getAll, update],
	default: 'getAll',
};
