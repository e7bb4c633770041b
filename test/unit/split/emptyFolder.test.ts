import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyFolder } from '../../../tools/split/writePackage';

describe('emptyFolder', () => {
	let folder: string;

	beforeEach(() => {
		folder = join(mkdtempSync(join(tmpdir(), 'split-')), 'n8n-nodes-x');
	});

	afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

	function fill(manifest: string): void {
		mkdirSync(join(folder, '.git'), { recursive: true });
		mkdirSync(join(folder, 'nodes'));
		writeFileSync(join(folder, 'package.json'), manifest);
	}

	test('makes a folder that is not there', async () => {
		await emptyFolder(folder, 'n8n-nodes-x');
		expect(readdirSync(folder)).toEqual([]);
	});

	test('leaves the history of an older version, and nothing else', async () => {
		fill('{ "name": "n8n-nodes-x" }');
		await emptyFolder(folder, 'n8n-nodes-x');
		expect(readdirSync(folder)).toEqual(['.git']);
	});

	test.each(['{ "name": "n8n-nodes-y" }', '{}'])(
		'touches no other package: %s',
		async (manifest) => {
			fill(manifest);
			await expect(emptyFolder(folder, 'n8n-nodes-x')).rejects.toThrow('something else');
			expect(existsSync(join(folder, 'nodes'))).toBe(true);
		},
	);

	test('touches no folder without a package', async () => {
		mkdirSync(join(folder, 'letters'), { recursive: true });
		await expect(emptyFolder(folder, 'n8n-nodes-x')).rejects.toThrow('something else');
		expect(readdirSync(folder)).toEqual(['letters']);
	});
});
