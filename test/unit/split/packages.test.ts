import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogFor } from '../../../tools/split/readme';
import { anchorsIn, targetsIn } from '../../../tools/docs/links';
import { withoutMarks } from '../../../tools/docs/parts';
import { documentsFor } from '../../../tools/split/documents';
import { examplesOf } from '../../../tools/split/examples';
import { manifestFor, type Manifest } from '../../../tools/split/manifest';
import { blocksOf } from '../../../tools/split/markdown';
import { renamed, servicesIn, splitPackages } from '../../../tools/split/packages';
import { packageFolder } from '../../../tools/lib/paths';

const read = (path: string): string => readFileSync(join(packageFolder, path), 'utf8');
const whole = JSON.parse(read('package.json')) as Manifest;

test('the packages of one service have all nodes and credentials between them', () => {
	const parts = splitPackages.map((target) => manifestFor(whole, target).n8n);
	expect(parts.flatMap(({ nodes }) => nodes)).toEqual(whole.n8n.nodes);
	expect(parts.flatMap(({ credentials }) => credentials)).toEqual(whole.n8n.credentials);
});

describe.each(splitPackages)('$name', (target) => {
	const { service, name } = target;
	const manifest = manifestFor(whole, target);

	const documents = async () => {
		const examples = await examplesOf(service);
		return await documentsFor(
			target,
			examples.map(({ file }) => file),
		);
	};

	test('has a node, a trigger and a credential, and depends on nothing but n8n', () => {
		expect(manifest.n8n.nodes).toHaveLength(2);
		expect(manifest.n8n.credentials).toHaveLength(1);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest.repository.url).toMatch(new RegExp(`^git\\+https://.+/${name}\\.git$`));
		expect(Object.values(manifest.devDependencies)).not.toContain(undefined);
	});

	test('has examples, of its own nodes only', async () => {
		const examples = await examplesOf(service);
		expect(examples.length).toBeGreaterThan(0);
		for (const { text } of examples) {
			const types = [...text.matchAll(/n8n-nodes-dutch-business\.([a-z]+)/g)];
			expect(types.length).toBeGreaterThan(0);
			for (const [, type] of types) expect(type).toBe(service);
		}
	});

	test('has a README that names no other service, and says how to install it', async () => {
		const readme = (await documents()).texts.get('README.md')!;
		expect(servicesIn(readme)).toEqual([service]);
		expect(readme).toContain(`Enter \`${name}\``);
		const targets = targetsIn('README.md', readme).map(({ path }) => path);
		const wanted = ['examples', 'LICENSE', 'CHANGELOG.md', `docs/${service}.md`, 'docs/hosting.md'];
		expect(targets).toEqual(expect.arrayContaining(wanted));
	});

	test('has documents that lead to files and headings that are there', async () => {
		const { texts, pictures } = await documents();
		const examples = (await examplesOf(service)).map(({ file }) => `examples/${file}`);
		const places = [
			...['examples', 'LICENSE', 'CHANGELOG.md'],
			...[...texts.keys(), ...pictures, ...examples],
		];
		for (const [document, text] of texts) {
			for (const { path, anchor } of targetsIn(document, text)) {
				expect(places).toContain(path);
				if (anchor !== undefined) expect(anchorsIn(texts.get(path)!)).toContain(anchor);
			}
		}
		for (const path of pictures) expect(existsSync(join(packageFolder, path))).toBe(true);
	});

	test("has the service's whole documentation, by the package's name", async () => {
		const path = `docs/${service}.md`;
		const text = (await documents()).texts.get(path)!;
		expect(servicesIn(text)).toEqual([service]);
		expect(text).toContain(`In workflow JSON, the node type is \`${name}.${service}\``);
		expect(text).not.toMatch(/<!--|n8n-nodes-dutch-business\./);
		// Links may lead elsewhere; all else is the same, but for the other language.
		const linesOf = (markdown: string) =>
			blocksOf(markdown.replace(/\]\([^)]*\)/g, ']'))
				.filter((block) => block.kind !== 'blank' && !block.text.startsWith('[Nederlands]'))
				.map((block) => block.text);
		expect(linesOf(text)).toEqual(linesOf(renamed(withoutMarks(read(path)), target)));
	});

	test('has, on hosting, what concerns the service', async () => {
		const text = (await documents()).texts.get('docs/hosting.md')!;
		expect(servicesIn(text)).toEqual([service]);
		const headings = text.split('\n').filter((line) => line.startsWith('## '));
		expect(headings).toEqual([
			'## Queue mode',
			'## Docker',
			'## Proxies',
			'## Triggers and restarts',
			'## Versions of n8n',
		]);
		expect(text).not.toMatch(/`n8n-nodes-/);
	});

	test('has nodes and a credential that lead to its own documentation', async () => {
		const { folder } = target;
		const files = [
			`credentials/${folder}Api.credentials.ts`,
			`nodes/${folder}/${folder}.node.json`,
			`nodes/${folder}/${folder}Trigger.node.json`,
		];
		const { texts } = await documents();
		for (const file of files) {
			const links = [...renamed(read(file), target).matchAll(/https:[^'"]+\/blob\/[^'"]+/g)];
			expect(links.length).toBeGreaterThan(0);
			for (const [link] of links) {
				expect(link.startsWith(`${manifest.homepage}/blob/main/docs/`)).toBe(true);
				const [path, anchor] = link.slice(`${manifest.homepage}/blob/main/`.length).split('#');
				expect([...texts.keys()]).toContain(path);
				if (anchor !== undefined) expect(anchorsIn(texts.get(path)!)).toContain(anchor);
			}
		}
	});

	test('leads to the whole package where it has no such document itself', async () => {
		const readme = (await documents()).texts.get('README.md')!;
		const [, address] = /\[What is promised.*?\]\((.*?)\)/.exec(readme)!;
		expect(address).toBe(`${whole.homepage}/blob/main/docs/reliability.md`);
		expect(existsSync(join(packageFolder, 'docs/reliability.md'))).toBe(true);
	});

	test('has each section of the README, with something in it', async () => {
		const readme = (await documents()).texts.get('README.md')!;
		const headings = readme.split('\n').filter((line) => line.startsWith('## '));
		expect(headings).toEqual([
			'## Install in n8n',
			'## What each node can do',
			'## Examples',
			'## What you can rely on',
			'## More',
			'## License',
		]);
		expect(readme).toMatch(/^\| \w+ \| \w+ \| .*Get/m);
		expect(readme).toMatch(/^\| \w+ Trigger \| /m);
	});

	test('has English documents only', async () => {
		const { texts } = await documents();
		for (const [path, text] of texts)
			expect(`${path}\n${text}`).not.toMatch(/(?<![.\w])nl\/|Nederlands/);
	});

	test('has a changelog with its node, and no item that is about others alone', () => {
		const changelog = blocksOf(changelogFor(read('CHANGELOG.md'), service));
		const items = changelog.filter(({ kind }) => kind === 'item').map(({ text }) => text);
		expect(items.filter((text) => / node: /.test(text))).toHaveLength(1);
		for (const text of items) {
			const services = servicesIn(text);
			expect(services.length === 0 || services.includes(service)).toBe(true);
		}
	});
});
