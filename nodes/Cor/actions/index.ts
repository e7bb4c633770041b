import type { Resource } from '../../shared/node/operation';
import { compare } from './organisation/compare.operation';
import { count } from './organisation/count.operation';
import { get } from './organisation/get.operation';
import { getAll } from './organisation/getAll.operation';
import { getChanged } from './organisation/getChanged.operation';
import { match } from './organisation/match.operation';
import { getLastChange } from './register/getLastChange.operation';

/** All that the COR node can do, in the order of its dropdown. */
export const resources: Resource[] = [
	{
		label: 'Organisation',
		value: 'organisation',
		operations: [get, getChanged, count, getAll, match, compare],
		default: 'getAll',
	},
	{
		label: 'Register',
		value: 'register',
		operations: [getLastChange],
		default: 'getLastChange',
	},
];
