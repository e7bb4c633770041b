import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * Makes the options of a dropdown from ISO codes, with the English names that Node.js has for them. Each
 * name ends with its value, so that users can search by either.
 * @param codes separated by white space: the value, or `value:code` where its name has another code
 * @param first values that come first; the others follow by name
 */
export function namedCodes(
	type: 'currency' | 'region',
	codes: string,
	first: string[],
): INodePropertyOptions[] {
	const names = new Intl.DisplayNames('en', { type });
	const options = codes
		.trim()
		.split(/\s+/)
		.map((pair): INodePropertyOptions => {
			const [value, code = value] = pair.split(':');
			const name = names.of(code)!.replace('&', 'and').replace('’', "'");
			return { name: `${name} (${value})`, value };
		});
	const place = ({ value }: INodePropertyOptions) =>
		first.indexOf(String(value)) + 1 || first.length + 1;
	return options.sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name, 'en'));
}
