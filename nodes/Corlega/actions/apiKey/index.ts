import type { Resource } from '../../../shared/node/operation';
import { get } from './get.operation';

export const apiKeyResource: Resource = {
	label: 'API Key',
	value: 'apiKey',
	operations: [get],
	default: 'get',
};
