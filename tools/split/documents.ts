import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { homepage } from '../../package.json';
import { targetOf, targetsIn, withLinks } from '../docs/links';
import { withoutMarks } from '../docs/parts';
import { packageFolder } from '../lib/paths';
import { wholeName, type SplitPackage } from './packages';
import { documentFor, readmeFor } from './readme';

/** Documents by path, and the pictures in them. */
export interface Documents {
	texts: Map<string, string>;
	pictures: Set<string>;
}

export const isPicture = (path: string): boolean => /\.(svg|png|gif|webp)$/.test(path);

const HOSTING = 'docs/hosting.md';
const OWN = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE', 'examples'];

/** Links to files that the package lacks go to the whole package's repository. */
const withRemoteLinks = (
	document: string,
	markdown: string,
	repository: string,
	isThere: (path: string) => boolean,
): string =>
	withLinks(markdown, (link) => {
		const target = targetOf(link, document);
		if (target === undefined || isThere(target.path)) return link;
		const fragment = target.anchor === undefined ? '' : `#${target.anchor}`;
		return `${repository}/blob/main/${target.path}${fragment}`;
	});

const read = async (path: string): Promise<string> =>
	await readFile(join(packageFolder, path), 'utf8');

/** The README, the service's documentation and what concerns it in that on hosting. */
export async function documentsFor(target: SplitPackage, examples: string[]): Promise<Documents> {
	const own = `docs/${target.service}.md`;
	const more = [
		`[Every operation and field](${own})`,
		`[Queue mode, proxies, and what a trigger keeps](${HOSTING})`,
		`[What is promised, and what is not](docs/reliability.md), with the tests of ${wholeName} that show it`,
		'[What changed in which version](CHANGELOG.md)',
	];
	const contents = { package: target, examples, more };
	const drafts = [['README.md', readmeFor(await read('README.md'), contents)]];
	for (const path of [own, HOSTING]) {
		drafts.push([path, documentFor(withoutMarks(await read(path)), contents)]);
	}

	const there = [...OWN, ...examples.map((file) => `examples/${file}`), own, HOSTING];
	const isThere = (path: string) => isPicture(path) || there.includes(path);
	const texts = drafts.map(
		([path, text]) => [path, withRemoteLinks(path, text, homepage, isThere)] as const,
	);
	const shown = texts.flatMap(([document, text]) => targetsIn(document, text));
	return {
		texts: new Map(texts),
		pictures: new Set(shown.map(({ path }) => path).filter(isPicture)),
	};
}
