import type { Resource } from '../../../shared/node/operation';
import { getLastChange } from './getLastChange.operation';

export const registerResource: Resource = {
	label: 'Register',
	value: 'register',
	operations: [getLastChange],
	default: 'getLastChange',
};
