import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { choicesOf, type Field, fieldsOf, noticesOf } from './fields';
import { rowOf } from './table';
import type { Language } from './language';

export interface DescribedOperation {
	key: string;
	resource: string;
	name: string;
	description: string;
	notices: string[];
	/** Without Options. */
	fields: Field[];
	options: Field[];
}

function isOf(property: INodeProperties, resource: unknown, operation: unknown): boolean {
	const show = property.displayOptions?.show ?? {};
	const operations = show.operation ?? show['/operation'];
	return Boolean(show.resource?.includes(resource as string)) && operations !== undefined
		? operations.includes(operation as string)
		: false;
}

/** A collection without the options of other operations. */
function withOptionsOf(property: INodeProperties, operation: unknown): INodeProperties {
	if (property.type !== 'collection') return property;
	const options = (property.options as INodeProperties[]).filter(({ displayOptions }) => {
		const operations = displayOptions?.show?.['/operation'];
		return operations === undefined || operations.includes(operation as string);
	});
	return { ...property, options };
}

export function operationsOf({ properties }: INodeTypeDescription): DescribedOperation[] {
	const resources = choicesOf(properties.find(({ name }) => name === 'resource')!);
	return resources.flatMap(({ name: resource, value }) => {
		const dropdown = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(value as string),
		)!;
		return choicesOf(dropdown).map((operation) => {
			const form = properties
				.filter((property) => isOf(property, value, operation.value))
				.map((property) => withOptionsOf(property, operation.value));
			const all = fieldsOf(form);
			const isOption = ({ labels }: Field) => labels[0] === 'Options';
			return {
				key: `${String(value)}.${String(operation.value)}`,
				resource,
				name: operation.name,
				description: operation.description ?? '',
				notices: noticesOf(form),
				fields: all.filter((field) => !isOption(field)),
				options: all.filter(isOption),
			};
		});
	});
}

const textOf = (field: Field, language: Language): string => rowOf(field, language).join('|');

/** The options that every operation has, in their most common form. */
export function commonOptions(operations: DescribedOperation[], language: Language): Field[] {
	const [{ options: candidates }] = operations;
	const counts = new Map<string, number>();
	const all = operations.flatMap(({ options }) => options);
	for (const option of all) {
		const text = textOf(option, language);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return candidates.flatMap(({ property: { name } }) => {
		const same = all.filter(({ property }) => property.name === name);
		if (same.length < operations.length) return [];
		const count = (option: Field) => counts.get(textOf(option, language)) ?? 0;
		return [same.reduce((best, option) => (count(option) > count(best) ? option : best))];
	});
}

/** The options that differ from the common ones. */
export function ownOptions(
	{ options }: DescribedOperation,
	common: Field[],
	language: Language,
): Field[] {
	const known = common.map((option) => textOf(option, language));
	return options.filter((option) => !known.includes(textOf(option, language)));
}
