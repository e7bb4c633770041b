import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { packageFolder } from '../../tools/lib/paths';

/** A made-up service with one operation, as the recipe of CONTRIBUTING.md adds it. */
const service = join(__dirname, 'service');

const OWN_FOLDERS = ['nodes/Pelikaan/', 'sandbox/pelikaan/'];

const isOwn = (path: string) => OWN_FOLDERS.some((folder) => path.startsWith(folder));

/** The files that CONTRIBUTING.md lists in a recipe, with the name of the service filled in. */
function listedIn(heading: string): string[] {
	const text = readFileSync(join(packageFolder, 'CONTRIBUTING.md'), 'utf8');
	const recipe = text.split(`## ${heading}\n`)[1].split('\n## ')[0];
	return [...recipe.matchAll(/^\d+\. ((?:`[^`]+`(?:, | and )?)+)/gm)]
		.flatMap(([, paths]) => [...paths.matchAll(/`([^`]+)`/g)].map(([, path]) => path))
		.map((path) => path.replaceAll('<service>', 'pelikaan').replaceAll('<Node>', 'Pelikaan'));
}

describe('to add a service', () => {
	let copy: string;
	const edited: string[] = [];

	const edit = (path: string, change: (text: string) => string) => {
		const file = join(copy, path);
		writeFileSync(file, change(readFileSync(file, 'utf8')));
		edited.push(path);
	};

	beforeAll(() => {
		copy = mkdtempSync(join(tmpdir(), 'fourth-service-'));
		const left = ['.git', 'node_modules', 'coverage', 'dist', 'split'];
		for (const name of readdirSync(packageFolder)) {
			if (left.includes(name)) continue;
			const filter = (path: string) => !path.includes('/node_modules') && !path.includes('/.n8n');
			cpSync(join(packageFolder, name), join(copy, name), { recursive: true, filter });
		}
		symlinkSync(join(packageFolder, 'node_modules'), join(copy, 'node_modules'));
		cpSync(service, copy, { recursive: true });
		edit('sandbox/services.ts', (text) =>
			text
				.replace('\n\n', "\nimport { startPelikaan } from './pelikaan/service';\n\n")
				.replace('cor: startCor,', 'cor: startCor,\n\tpelikaan: startPelikaan,'),
		);
		edit('package.json', (text) =>
			text
				.replace(/("dist\/credentials\/Cor.*")/, '$1,"dist/credentials/PelikaanApi.credentials.js"')
				.replace(/("dist\/nodes\/Cor\/CorTrigger.*")/, '$1,"dist/nodes/Pelikaan/Pelikaan.node.js"'),
		);
	});

	afterAll(() => rmSync(copy, { recursive: true, force: true }));

	const run = async (command: string, ...args: string[]) =>
		await promisify(execFile)('npx', [command, ...args], { cwd: copy }).catch(
			({ stdout, stderr }: Record<'stdout' | 'stderr', string>) => {
				throw new Error(`${command} failed:\n${stdout}${stderr}`);
			},
		);

	test('takes the files that CONTRIBUTING.md lists, eight outside its own folders at most', () => {
		const added = readdirSync(service, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name).slice(service.length + 1));
		const outside = [...edited, ...added].filter((path) => !isOwn(path));
		const listed = listedIn('To add a service').filter((path) => !isOwn(path));

		expect(outside.sort()).toEqual(listed.sort());
		expect(outside.length).toBeLessThanOrEqual(8);
	});

	test('builds, passes its engine test, and gets its documentation', async () => {
		await run('tsc', '--noEmit');
		await run('gulp', 'assets');
		await run('jest', 'test/engine/operations/operations.test.ts', '-t', 'pelikaan');
		await run('tsx', 'tools/docs/main.ts');

		expect(readFileSync(join(copy, 'docs/pelikaan.md'), 'utf8')).toContain('### Parcel: Get');
	}, 240_000);
});
