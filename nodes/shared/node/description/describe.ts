import type { INodeProperties } from 'n8n-workflow';

import type { Service } from '../../service/service';
import { type Operation, type Resource, serviceFor } from '../operation';
import { requestOptions } from './requestOptions';

const byDisplayName = (a: INodeProperties, b: INodeProperties): number =>
	a.displayName.localeCompare(b.displayName, 'en');

/**
 * The path of `operation` in a field's conditions. When the operation changes, the editor empties a
 * collection that depends on `operation`, but not one that depends on `/operation`: what was filled in
 * for Create stays for Create or Update.
 */
const operationKey = ({ type }: INodeProperties): string =>
	['collection', 'fixedCollection'].includes(type) ? '/operation' : 'operation';

/** Shows a field for one operation of one resource, in addition to its own conditions. */
const shownFor = (resource: Resource, operation: Operation) => (field: INodeProperties) => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		show: {
			...field.displayOptions?.show,
			resource: [resource.value],
			[operationKey(field)]: [operation.value],
		},
	},
});

const optionsOf = (service: Service, operation: Operation): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...(operation.options ?? []), ...requestOptions(serviceFor(service, operation))].sort(
		byDisplayName,
	),
});

const operationChoice = ({
	value: resource,
	operations,
	default: first,
}: Resource): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options: operations.map(({ name, value, action, description }) => ({
		name,
		value,
		action,
		description,
	})),
	default: first,
});

/**
 * Returns a node's properties: the dropdowns, and the fields of all operations.
 * @param first value of the resource chosen first
 */
export function describeResources(
	service: Service,
	resources: Resource[],
	first: string,
): INodeProperties[] {
	const resourceChoice: INodeProperties = {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ label, value }) => ({ name: label, value })),
		default: first,
	};
	const fields = resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			[...operation.properties, optionsOf(service, operation)].map(shownFor(resource, operation)),
		),
	);
	return [resourceChoice, ...resources.map(operationChoice), ...fields];
}
