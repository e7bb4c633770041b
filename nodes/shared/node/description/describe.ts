import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Service } from '../../service/service';
import { dryRunOption } from '../dryRun';
import { type Operation, type Resource, serviceFor } from '../operation';
import { usageOption } from '../usage';
import { byLabel } from './fieldSet';
import { requestOptions } from './requestOptions';

/**
 * The path of `operation` in a field's conditions. When the operation changes, the editor empties a
 * collection that depends on `operation`, but not one that depends on `/operation`: what was filled in
 * for Create stays for Create or Update.
 */
const operationKey = (field: INodeProperties): string =>
	isCollection(field) ? '/operation' : 'operation';

const isCollection = ({ type }: INodeProperties): boolean =>
	['collection', 'fixedCollection'].includes(type);

/** A field, shown for some operations of a resource, in addition to its own conditions. */
interface ShownField {
	field: INodeProperties;
	operations: string[];
}

const toProperty = (resource: Resource, { field, operations }: ShownField): INodeProperties => ({
	...field,
	displayOptions: {
		...field.displayOptions,
		show: {
			...field.displayOptions?.show,
			resource: [resource.value],
			[operationKey(field)]: operations,
		},
	},
});

/** The fields of a resource. One that operations have in common is declared once, where the order allows. */
function fieldsOf(service: Service, resource: Resource): INodeProperties[] {
	const fields: ShownField[] = [];
	for (const operation of resource.operations) {
		const own = [...operation.properties, optionsOf(service, operation)];
		let next = 0;
		const places = own.map((field) => {
			const text = JSON.stringify(field);
			const at = fields.findIndex(
				(one, place) => place >= next && JSON.stringify(one.field) === text,
			);
			if (at >= 0) next = at + 1;
			return at;
		});
		let before = fields.length;
		for (const [index, at] of [...places.entries()].reverse()) {
			if (at >= 0) fields[(before = at)].operations.push(operation.value);
			else fields.splice(before, 0, { field: own[index], operations: [operation.value] });
		}
	}
	return fields.map((field) => toProperty(resource, field));
}

const optionsOf = (service: Service, operation: Operation): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		...(operation.options ?? []),
		...(operation.writes ? [dryRunOption] : []),
		...requestOptions(serviceFor(service, operation)),
		usageOption,
	].sort(byLabel),
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
	const fields = resources.flatMap((resource) => fieldsOf(service, resource));
	return [resourceChoice, ...resources.map(operationChoice), ...fields];
}

type Choice = Pick<INodePropertyOptions, 'name' | 'value'>;

/** A flat object of names by value, as JavaScript. Two braces would end n8n's expression. */
export const namesIn = (choices: Choice[]): string =>
	JSON.stringify(Object.fromEntries(choices.map(({ name, value }) => [value, name])));

/** The name of the chosen value, as JavaScript. */
const nameOf = (parameter: string, choices: Choice[]): string =>
	`((${namesIn(choices)})[$parameter["${parameter}"]] ?? $parameter["${parameter}"])`;

/** The subtitle of a node, e.g. `Get Many: Contact`. Operations of the same value need the same name. */
export function resourcesSubtitle(resources: Resource[]): string {
	const operations = resources.flatMap((resource) => resource.operations);
	const labels = resources.map(({ label, value }) => ({ name: label, value }));
	return `={{ ${nameOf('operation', operations)} + ": " + ${nameOf('resource', labels)} }}`;
}
