import type { Resource } from '../../../shared/node/operation';
import { add } from './add.operation';
import { deleteTag } from './delete.operation';
import { getAll } from './getAll.operation';

export const tagResource: Resource = {
	label: 'Tag',
	value: 'tag',
	operations: [add, deleteTag, getAll],
	default: 'add',
};
