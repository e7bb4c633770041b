import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import newestManifest from '../../../tools/n8n/newest/package.json';
import oldestManifest from '../../../tools/n8n/oldest/package.json';
import { packageFolder } from '../../../tools/lib/paths';
import { newest, oldest, versions } from '../../../tools/n8n/versions';

const textOf = (path: string): string => readFileSync(join(packageFolder, path), 'utf8');

test('the oldest and the newest version are those that are installed in full', () => {
	expect(oldest.n8n).toBe(oldestManifest.dependencies.n8n);
	expect(newest.n8n).toBe(newestManifest.dependencies.n8n);
});

test('the newest engine is the one of the other tests', () => {
	const { devDependencies } = manifest;
	expect(devDependencies['n8n-core']).toBe(`^${newest.core}`);
	expect(devDependencies['n8n-workflow']).toBe(`^${newest.workflow}`);
});

test('CI checks each version, on the Node.js that it wants', () => {
	const rows = [...textOf('.github/workflows/ci.yml').matchAll(/n8n: '([\d.]+)', node: (\d+)/g)];
	expect(rows.map(([, name, node]) => [name, Number(node)])).toEqual(
		versions.map(({ name, node }) => [name, node]),
	);
});

test.each(['docs/hosting.md', 'docs/nl/hosting.md'])('%s names each version', (path) => {
	const row = versions.map(({ name }) => name).join(' | ');
	expect(textOf(path)).toContain(` | ${row} |`);
});
