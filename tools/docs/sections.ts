import type { IDataObject, ICredentialType, INodeType } from 'n8n-workflow';
import { markdownTable } from '../bench/report';
import { choicesOf, fieldsOf } from './fields';
import type { Language } from './language';
import { anchorOf } from './links';
import { commonOptions, type DescribedOperation, operationsOf, ownOptions } from './operations';
import type { Samples } from './samples';
import { escaped, fieldTable } from './table';

export interface Described {
	node: INodeType;
	trigger?: INodeType;
	credential: ICredentialType;
	samples: Samples;
}

const headingOf = ({ resource, name }: DescribedOperation): string => `${resource}: ${name}`;

function contents(operations: DescribedOperation[]): string {
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	return resources
		.map((resource) => {
			const links = operations
				.filter((operation) => operation.resource === resource)
				.map((operation) => `[${operation.name}](#${anchorOf(headingOf(operation))})`);
			return `- **${resource}**: ${links.join(', ')}`;
		})
		.join('\n');
}

const sampleBlock = (sample: IDataObject, language: Language): string =>
	`${language.sample}\n\n\`\`\`json\n${JSON.stringify(sample, null, 2)}\n\`\`\``;

const sentence = (text: string): string => (text === '' || text.endsWith('.') ? text : `${text}.`);

function triggerSection(
	{ description: { properties } }: INodeType,
	sample: IDataObject,
	language: Language,
): string {
	const events = choicesOf(properties.find(({ name }) => name === 'events')!);
	const rows = events.map(({ name, value, description = '' }) => [
		name,
		`\`${String(value)}\``,
		escaped(description),
	]);
	return [
		markdownTable(language.events, rows, language.events.length),
		fieldTable(fieldsOf(properties), language),
		sampleBlock(sample, language),
	].join('\n\n');
}

/** The generated parts of a service's documentation, by name. */
export function sectionsOf(described: Described, language: Language): Map<string, string> {
	const { node, trigger, credential, samples } = described;
	const operations = operationsOf(node.description);
	const common = commonOptions(operations, language);
	const sections = operations.map((operation): [string, string] => {
		const { key, description, notices, fields } = operation;
		const rows = [...fields, ...ownOptions(operation, common, language)];
		const parts = [
			`### ${headingOf(operation)}`,
			...(language.hasDescriptions ? [sentence(escaped(description)), ...notices] : []),
			rows.length > 0 ? fieldTable(rows, language) : language.noFields,
			sampleBlock(samples[key], language),
		];
		return [`operation ${key}`, parts.join('\n\n')];
	});
	return new Map([
		['operations', contents(operations)],
		...sections,
		['options', fieldTable(common, language)],
		['credential', fieldTable(fieldsOf(credential.properties), language)],
		...(trigger ? [['trigger', triggerSection(trigger, samples.trigger, language)] as const] : []),
	]);
}
