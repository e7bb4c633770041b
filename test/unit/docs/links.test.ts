import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { anchorOf, anchorsIn, targetsIn } from '../../../tools/docs/links';
import { packageFolder } from '../../../tools/lib/paths';

const inDocs = readdirSync(join(packageFolder, 'docs'), { recursive: true, encoding: 'utf8' });

const documents = [
	...readdirSync(packageFolder),
	...inDocs.map((path) => `docs/${path.replaceAll('\\', '/')}`),
].filter((path) => path.endsWith('.md'));

const read = (path: string): string => readFileSync(join(packageFolder, path), 'utf8');

test('there are documents to look at', () => {
	expect(documents).toEqual(
		expect.arrayContaining([
			'README.md',
			'CONTRIBUTING.md',
			'docs/corlega.md',
			'docs/nl/README.md',
		]),
	);
});

describe.each(documents)('%s', (document) => {
	const targets = targetsIn(document, read(document));

	test('leads to files that are there, pictures included', () => {
		const missing = targets.filter(({ path }) => !existsSync(join(packageFolder, path)));
		expect(missing).toEqual([]);
	});

	test('leads to headings that are there', () => {
		const missing = targets.filter(
			({ path, anchor }) => anchor !== undefined && !anchorsIn(read(path)).includes(anchor),
		);
		expect(missing).toEqual([]);
	});
});

describe('the links of the editor', () => {
	const files = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((path) =>
		path
			.replace(/^dist\//, '')
			.replace(/^(nodes.*)\.js$/, '$1.json')
			.replace(/\.js$/, '.ts'),
	);
	const root = `${manifest.homepage}/blob/main/`;

	test.each(files)('of %s lead to the documentation of its service', (file) => {
		const [, service] = /\/(Corlega|Inboxify|Cor)(?=[A-Z.])/.exec(file)!;
		const links = [...read(file).matchAll(/(?:url"|documentationUrl)\W+(https:[^'"]+)/g)];
		expect(links.length).toBe(file.startsWith('nodes/') ? 2 : 1);
		for (const [, link] of links) {
			const [path, anchor] = link.replace(root, '').split('#');
			expect(path).toBe(`docs/${service.toLowerCase()}.md`);
			if (anchor !== undefined) expect(anchorsIn(read(path))).toContain(anchor);
		}
	});
});

describe('an anchor', () => {
	test.each([
		['Contact: Create or Update', 'contact-create-or-update'],
		['COR (OIN Register) API', 'cor-oin-register-api'],
		['n8n Cloud, and n8n 3', 'n8n-cloud-and-n8n-3'],
		['Twee één', 'twee-één'],
	])('of %s', (heading, anchor) => {
		expect(anchorOf(heading)).toBe(anchor);
	});

	test('of the second heading with the same words has a number', () => {
		expect(anchorsIn('# A\n\n## Limits\n\n```\n# no\n```\n\n## Limits\n')).toEqual([
			'a',
			'limits',
			'limits-1',
		]);
	});
});

test('a link in a block of code leads nowhere, one in a list does', () => {
	const markdown =
		'- [a](x.md#y)\n- ![b](../p.png)\n- [c](https://n8n.io)\n\n```\n[d](z.md)\n```\n';
	expect(targetsIn('docs/nl/d.md', markdown)).toEqual([
		{ path: 'docs/nl/x.md', anchor: 'y' },
		{ path: 'docs/p.png', anchor: undefined },
	]);
});
