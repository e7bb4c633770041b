import type { Resource } from '../../shared/node/operation';
import { get } from './parcel/get.operation';

export const resources: Resource[] = [
	{ label: 'Parcel', value: 'parcel', operations: [get], default: 'get' },
];
