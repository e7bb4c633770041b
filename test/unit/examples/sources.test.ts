import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfSources } from '../../../tools/n8n/instance/package';

let folder: string;

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sources-'));
	for (const name of ['nodes/Cor', 'credentials', 'icons']) {
		mkdirSync(join(folder, name), { recursive: true });
	}
	const files = ['package.json', 'package-lock.json', 'gulpfile.js'];
	for (const file of [...files, 'tsconfig.json', 'tsconfig.build.json']) write(file, file);
	write('nodes/Cor/Cor.node.ts', 'one');
});

afterEach(() => rmSync(folder, { recursive: true }));

test('the nodes count as the same as long as none of their files is another', async () => {
	const hash = await hashOfSources(folder);
	write('README.md', 'not built');

	expect(await hashOfSources(folder)).toBe(hash);
});

test.each<[string, () => void]>([
	['a node', () => write('nodes/Cor/Cor.node.ts', 'two')],
	['a new icon', () => write('icons/cor.svg', '<svg/>')],
	['the compiler options', () => write('tsconfig.build.json', '{}')],
	['what it is built with', () => write('package-lock.json', '{}')],
	[
		'the name of a file',
		() => renameSync(join(folder, 'nodes/Cor/Cor.node.ts'), join(folder, 'nodes/Cor/More.ts')),
	],
])('the nodes are built again after a change of %s', async (_, change) => {
	const hash = await hashOfSources(folder);
	change();

	expect(await hashOfSources(folder)).not.toBe(hash);
});
