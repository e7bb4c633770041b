import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * Choices of a dropdown, in the order of a text like `NLD Netherlands; BEL Belgium`, which may be
 * broken after a semicolon. Each name has its value behind it, so that one can search by either.
 */
export const choicesIn = (text: string): INodePropertyOptions[] =>
	text.split(';').map((part) => {
		const [value, ...words] = part.trim().split(' ');
		return { name: `${words.join(' ')} (${value})`, value };
	});
