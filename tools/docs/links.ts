import { posix } from 'node:path';
import { blocksOf } from '../split/markdown';

/** Where a link in a document leads to. */
export interface Target {
	/** From the root of the package; a folder without a slash at its end. */
	path: string;
	/** The heading, as its anchor. */
	anchor?: string;
}

const LINK = /\]\(([^)\s]+)\)/g;

/** The place from the root that a link leads to; undefined where it leads elsewhere. */
export function targetOf(link: string, document: string): Target | undefined {
	if (/^[a-z]+:/.test(link)) return undefined;
	const [path, anchor] = link.split('#');
	const whole =
		path === '' ? document : posix.join(posix.dirname(document), path).replace(/\/$/, '');
	return { path: whole, anchor };
}

/** Writes the links of a document anew. @param write gives what stands between the brackets */
export const withLinks = (markdown: string, write: (link: string) => string): string =>
	markdown.replace(LINK, (_, link: string) => `](${write(link)})`);

/**
 * The places that a document leads to, and the pictures that it shows.
 * @param document its path from the root of the package
 */
export const targetsIn = (document: string, markdown: string): Target[] =>
	blocksOf(markdown)
		.filter(({ kind }) => kind !== 'code')
		.flatMap(({ text }) => [...text.matchAll(LINK)])
		.flatMap(([, link]) => targetOf(link, document) ?? []);

/** The anchor that GitHub gives a heading. */
export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
		.replace(/ /g, '-');

/** The anchors of a document's headings; of those that are the same, each further one has a number. */
export function anchorsIn(markdown: string): string[] {
	const counts = new Map<string, number>();
	return blocksOf(markdown)
		.filter(({ level }) => level > 0)
		.map(({ text }) => {
			const anchor = anchorOf(text.replace(/^#+ /, ''));
			const count = counts.get(anchor) ?? 0;
			counts.set(anchor, count + 1);
			return count === 0 ? anchor : `${anchor}-${count}`;
		});
}
