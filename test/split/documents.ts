import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { packageFolder } from '../tools/paths';
import { wholeName, type SplitPackage } from './packages';
import { documentFor, readmeFor } from './readme';

/** The documents of a package by their paths, and what they show or lead to. */
export interface Documents {
	texts: Map<string, string>;
	/** Paths of what is copied or made elsewhere: pictures, folders, the changelog. */
	others: Set<string>;
}

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

const read = async (path: string): Promise<string> =>
	await readFile(join(packageFolder, path), 'utf8');

/** The documents that a package may have, beside its README. */
const documentsOf = ({ service, title }: SplitPackage) => [
	{ path: `docs/${service}.md`, title: `${title}: every operation and field` },
	{
		path: 'docs/reliability.md',
		title: `What is promised, and what is not; the tests that it names are those of ${wholeName}`,
	},
];

/**
 * The README of a package of one service and every document that it leads to, with what concerns the
 * service.
 * @param examples file names of the package's examples
 */
export async function documentsFor(target: SplitPackage, examples: string[]): Promise<Documents> {
	const documents = documentsOf(target).filter(({ path }) => existsSync(join(packageFolder, path)));
	const contents = { package: target, examples, documents };
	const readme = readmeFor(await read('README.md'), contents);
	const texts = new Map([['README.md', readme]]);
	const others = new Set<string>();
	const waiting = linkedFiles('README.md', readme);
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		if (texts.has(path)) continue;
		if (!path.endsWith('.md') || path === 'CHANGELOG.md') {
			others.add(path);
			continue;
		}
		const text = documentFor(await read(path), contents);
		texts.set(path, text);
		waiting.push(...linkedFiles(path, text));
	}
	return { texts, others };
}
