import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';
import { markdownTable } from '../bench/report';
import { choicesOf, type Condition, type Field } from './fields';
import type { Language } from './language';

export const escaped = (text: string): string =>
	text
		.replace(/<[^>]+>/g, '')
		.replace(/[|<*_]/g, '\\$&')
		.replace(/\s*\n\s*/g, ' ');

/** Escaped as code, for a cell. */
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

function shown(property: INodeProperties, value: NodeParameterValue, language: Language): string {
	if (typeof value === 'boolean') return value ? language.on : language.off;
	const choice = choicesOf(property).find((option) => option.value === value);
	return choice ? escaped(choice.name) : String(value);
}

function initialOf(property: INodeProperties, language: Language): string {
	const { type, default: initial } = property;
	if (/ollection$|^resource/.test(type)) return '';
	if (Array.isArray(initial)) {
		return initial.map((value) => shown(property, value as string, language)).join(', ');
	}
	if (initial === '' || initial === undefined) return '';
	if (type === 'string' || type === 'json') return code(String(initial));
	return shown(property, initial as NodeParameterValue, language);
}

function choicesIn(property: INodeProperties, { oneOf, fromList }: Language): string {
	if (property.typeOptions?.loadOptionsMethod) return fromList;
	const choices = choicesOf(property);
	const named = choices.map(({ name, description }) => {
		const label = `*${escaped(name)}*`;
		return description === undefined ? label : `${label} (${escaped(description)})`;
	});
	return `${oneOf} ${named.join(', ')}`;
}

function kindOf(property: INodeProperties, language: Language): string {
	const { type, typeOptions = {}, modes = [] } = property;
	const { password, minValue, maxValue, dateOnly } = typeOptions;
	switch (type) {
		case 'string':
			return password ? language.secret : language.text;
		case 'number':
			return minValue === undefined
				? language.number
				: `${language.number}, ${language.range(minValue, maxValue)}`;
		case 'boolean':
			return `${language.on} ${language.or} ${language.off}`;
		case 'options':
			return choicesIn(property, language);
		case 'multiOptions':
			return language.several;
		case 'dateTime':
			return dateOnly ? language.date : language.dateTime;
		case 'json':
			return 'JSON';
		case 'resourceLocator':
			return `${language.oneOf} ${modes.map(({ displayName }) => `*${escaped(displayName)}*`).join(', ')}`;
		case 'collection':
			return language.collection;
		case 'fixedCollection':
			return language.entries;
		case 'resourceMapper':
			return language.columns;
		default:
			throw new Error(`There are no words for a field of type ${type}.`);
	}
}

/** An example in the placeholder; a button's text is none. */
function exampleOf({ type, placeholder = '' }: INodeProperties, { example }: Language): string[] {
	const [, value] = /^e\.g\. (.*)$/s.exec(placeholder) ?? [];
	return value === undefined || /ollection$/.test(type) ? [] : [`${example} ${code(value)}`];
}

const conditionText = ({ other, values }: Condition, language: Language): string =>
	language.only(
		escaped(other.displayName),
		values.map((value) => `*${shown(other, value, language)}*`),
	);

export function rowOf({ labels, property, conditions }: Field, language: Language): string[] {
	const { required, description = '' } = property;
	const sentence = /[^.]$/.test(description) && conditions.length > 0 ? '.' : '';
	return [
		labels.map(escaped).join(' > '),
		required ? language.required : '',
		[kindOf(property, language), ...exampleOf(property, language)].join(', '),
		initialOf(property, language),
		[
			`${escaped(description)}${sentence}`,
			...conditions.map((condition) => conditionText(condition, language)),
		]
			.filter(Boolean)
			.join(' '),
	];
}

export const fieldTable = (fields: Field[], language: Language): string =>
	markdownTable(
		language.fields,
		fields.map((field) => rowOf(field, language)),
		language.fields.length,
	);
