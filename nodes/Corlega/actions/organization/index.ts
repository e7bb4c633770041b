import type { Resource } from '../../../shared/node/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const organizationResource: Resource = {
	label: 'Organization',
	value: 'organization',
	operations: [get, update],
	default: 'get',
};
