import type { Resource } from '../../../shared/node/operation';
import { getAll } from './getAll.operation';

export const listResource: Resource = {
	label: 'List',
	value: 'list',
	operations: [getAll],
	default: 'getAll',
};
