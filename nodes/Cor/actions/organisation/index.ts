import type { Resource } from '../../../shared/node/operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { getChanged } from './getChanged.operation';

export const organisationResource: Resource = {
	label: 'Organisation',
	value: 'organisation',
	operations: [get, getChanged, getAll],
	default: 'getAll',
};
