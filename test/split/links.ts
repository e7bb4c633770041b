import { posix } from 'node:path';

const LINK = /\]\(([^)\s]+)\)/g;

/**
 * The files that a document leads to and shows.
 * @param path of the document, from the root of its package
 * @returns their paths from the root; a folder without a slash at its end
 */
export function linkedFiles(path: string, markdown: string): string[] {
	const targets = [...markdown.matchAll(LINK)].map(([, target]) => target.split('#')[0]);
	return targets
		.filter((target) => target !== '' && !/^[a-z]+:/.test(target))
		.map((target) => posix.join(posix.dirname(path), target).replace(/\/$/, ''));
}
