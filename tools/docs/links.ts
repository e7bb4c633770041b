import { posix } from 'node:path';
import { blocksOf } from '../split/markdown';

export interface Target {
	path: string;
	anchor?: string;
}

const LINK = /\]\(([^)\s]+)\)/g;

/** The path from the root that a link leads to; undefined for another site. */
export function targetOf(link: string, document: string): Target | undefined {
	if (/^[a-z]+:/.test(link)) return undefined;
	const [path, anchor] = link.split('#');
	const whole =
		path === '' ? document : posix.join(posix.dirname(document), path).replace(/\/$/, '');
	return { path: whole, anchor };
}

/** Replaces the links of a document. */
export const withLinks = (markdown: string, write: (link: string) => string): string =>
	markdown.replace(LINK, (_, link: string) => `](${write(link)})`);

/** The links and pictures of a document. @param document its path from the root */
export const targetsIn = (document: string, markdown: string): Target[] =>
	blocksOf(markdown)
		.filter(({ kind }) => kind !== 'code')
		.flatMap(({ text }) => [...text.matchAll(LINK)])
		.flatMap(([, link]) => targetOf(link, document) ?? []);

export const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
		.replace(/ /g, '-');

/** The anchors of a document's headings; repeated ones get a number. */
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
