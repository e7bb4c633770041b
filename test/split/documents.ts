import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, posix } from 'node:path';
import { packageFolder } from '../tools/paths';
import type { Manifest } from './manifest';
import { wholeName, type SplitPackage } from './packages';
import { documentFor, readmeFor } from './readme';

/** The documents of a package by their paths, and what they show. */
export interface Documents {
	texts: Map<string, string>;
	pictures: Set<string>;
}

const PICTURE = /^\.(svg|png|gif|webp)$/;

const LINK = /\]\(([^)\s]+)\)/g;

/** What every package has, beside the service's own documentation and examples. */
const OWN = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE', 'examples'];

/** The path from the root that a link leads to; undefined where it leads elsewhere. */
function pathOf(target: string, document: string): string | undefined {
	const [path] = target.split('#');
	if (path === '' || /^[a-z]+:/.test(path)) return undefined;
	return posix.join(posix.dirname(document), path).replace(/\/$/, '');
}

/**
 * The files that a document leads to and shows.
 * @param document its path from the root of the package
 * @returns their paths from the root; a folder without a slash at its end
 */
export const linkedFiles = (document: string, markdown: string): string[] =>
	[...markdown.matchAll(LINK)].flatMap(([, target]) => pathOf(target, document) ?? []);

/** Lets links to what the package does not have lead to the whole package's repository. */
const withRemoteLinks = (
	document: string,
	markdown: string,
	repository: string,
	isThere: (path: string) => boolean,
): string =>
	markdown.replace(LINK, (link, target: string) => {
		const path = pathOf(target, document);
		if (path === undefined || isThere(path)) return link;
		const [, fragment] = target.split('#');
		return `](${repository}/blob/main/${path}${fragment === undefined ? '' : `#${fragment}`})`;
	});

const read = async (path: string): Promise<string> =>
	await readFile(join(packageFolder, path), 'utf8');

/**
 * The README of a package of one service and the service's own documentation, with what concerns the
 * service.
 * @param examples file names of the package's examples
 */
export async function documentsFor(target: SplitPackage, examples: string[]): Promise<Documents> {
	const own = `docs/${target.service}.md`;
	const hasOwn = existsSync(join(packageFolder, own));
	const more = [
		...(hasOwn ? [`[Every operation and field](${own})`] : []),
		`[What is promised, and what is not](docs/reliability.md), with the tests of ${wholeName} that show it`,
		'[What changed in which version](CHANGELOG.md)',
	];
	const contents = { package: target, examples, more };
	const drafts = [['README.md', readmeFor(await read('README.md'), contents)]];
	if (hasOwn) drafts.push([own, documentFor(await read(own), contents)]);

	const { homepage } = JSON.parse(await read('package.json')) as Manifest;
	const there = [...OWN, ...examples.map((file) => `examples/${file}`), ...(hasOwn ? [own] : [])];
	const isPicture = (path: string) => PICTURE.test(extname(path));
	const isThere = (path: string) => isPicture(path) || there.includes(path);
	const texts = drafts.map(
		([path, text]) => [path, withRemoteLinks(path, text, homepage, isThere)] as const,
	);
	return {
		texts: new Map(texts),
		pictures: new Set(texts.flatMap(([path, text]) => linkedFiles(path, text).filter(isPicture))),
	};
}
