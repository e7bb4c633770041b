import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Service } from '../../service/service';
import { type Operation, type Resource, serviceFor } from '../operation';
import { requestOptions } from './requestOptions';

const byDisplayName = (a: INodeProperties, b: INodeProperties): number =>
	a.displayName.localeCompare(b.displayName, 'en');

/**
 * By what a field is shown for an operation. When another operation is chosen, the editor empties a
 * collection that names `operation`; named from the root it is let alone, so that what was filled in
 * for Create is still there for Create or Update.
 */
const operationKey = ({ type }: INodeProperties): string =>
	['collection', 'fixedCollection'].includes(type) ? '/operation' : 'operation';

/** Shows a field for one operation of one resource, beside its own conditions. */
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
	options: operations.map(
		({ name, value, action, description }): INodePropertyOptions => ({
			name,
			value,
			action,
			description,
		}),
	),
	default: first,
});

/**
 * Makes the properties of a node from its resources: the dropdowns, and every operation's fields.
 * @param first value of the resource that is chosen first
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
