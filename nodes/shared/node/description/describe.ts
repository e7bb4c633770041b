import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Service } from '../../service/service';
import { dryRunOption } from '../dryRun';
import { type Resource, serviceFor } from '../operation';
import { usageOption } from '../usage';
import { collection } from './fields';
import { byLabel } from './fieldSet';
import { requestOptions } from './requestOptions';

/**
 * The path of `operation` in a field's conditions. When the operation changes, the editor empties a
 * collection that depends on `operation`, but not one that depends on `/operation`: what was filled in
 * for Create stays for Create or Update.
 */
const operationKey = ({ type }: INodeProperties): string =>
	['collection', 'fixedCollection'].includes(type) ? '/operation' : 'operation';

function shownFor(field: INodeProperties, conditions: Record<string, string[]>): INodeProperties {
	const { displayOptions } = field;
	const show = { ...displayOptions?.show, ...conditions };
	return { ...field, displayOptions: { ...displayOptions, show } };
}

/** What is for some operations, or for some resources. */
interface Shared<T> {
	one: T;
	users: string[];
}

/** Joins lists into one that has what is equal in several once, where the order allows. */
function join<T>(lists: Array<{ user: string; all: T[] }>): Array<Shared<T>> {
	const joined: Array<Shared<T>> = [];
	for (const { user, all } of lists) {
		let next = 0;
		const places = all.map((one) => {
			const text = JSON.stringify(one);
			const at = joined.findIndex(
				(other, place) => place >= next && JSON.stringify(other.one) === text,
			);
			if (at >= 0) next = at + 1;
			return at;
		});
		let before = joined.length;
		for (const [index, at] of [...places.entries()].reverse()) {
			if (at >= 0) joined[(before = at)].users.push(user);
			else joined.splice(before, 0, { one: all[index], users: [user] });
		}
	}
	return joined;
}

type OperationField = Shared<INodeProperties>;

/** The fields of a resource, those of most fields first: the order of the others then fits in most often. */
const fieldsOf = ({ operations }: Resource): OperationField[] =>
	join(
		operations
			.map(({ value, properties }) => ({ user: value, all: properties }))
			.sort((a, b) => b.all.length - a.all.length),
	);

const toProperty = ({ one: { one: field, users }, users: resource }: Shared<OperationField>) =>
	shownFor(field, { resource, [operationKey(field)]: users });

/** The collection Options, one for all operations of a resource that have the same concurrency. */
function optionsOf(service: Service, { operations: all }: Resource): OperationField[] {
	return [...new Set(all.map(({ concurrency }) => concurrency))].map((concurrency) => {
		const operations = all.filter((operation) => operation.concurrency === concurrency);
		const users = new Map<INodeProperties, string[]>();
		for (const { value, options = [], writes } of operations) {
			for (const option of writes ? [...options, dryRunOption] : options) {
				users.set(option, [...(users.get(option) ?? []), value]);
			}
		}
		const own = [...users].map(([option, values]) =>
			values.length === operations.length ? option : shownFor(option, { '/operation': values }),
		);
		const common = requestOptions(serviceFor(service, operations[0]));
		return {
			one: collection('options', [...own, ...common, usageOption].sort(byLabel), 'Add option'),
			users: operations.map(({ value }) => value),
		};
	});
}

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
		({ name, value, action, description, builderHint }): INodePropertyOptions => ({
			name,
			value,
			action,
			description,
			...(builderHint && { builderHint: { propertyHint: builderHint } }),
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
	const fields = join(
		resources.map((resource) => ({
			user: resource.value,
			all: [...fieldsOf(resource), ...optionsOf(service, resource)],
		})),
	);
	return [resourceChoice, ...resources.map(operationChoice), ...fields.map(toProperty)];
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
