import type { Resource } from '../../../shared/node/operation';
import { get, getAll } from './contact.kind';
import { create } from './create.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const contactResource: Resource = {
	label: 'Contact',
	value: 'contact',
	operations: [create, upsert, get, getAll, update],
	default: 'getAll',
};
