import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import wholeManifest from '../../package.json';
import buildConfig from '../../tsconfig.build.json';
import wholeConfig from '../../tsconfig.json';
import { npm } from '../lib/command';
import { packageFolder } from '../lib/paths';
import { changelogFor } from './readme';
import { documentsFor, isPicture } from './documents';
import { examplesOf } from './examples';
import { manifestFor } from './manifest';
import { renamed, type SplitPackage } from './packages';

/** Makes or empties a package's folder, except `.git`. @throws Error for another package */
export async function emptyFolder(folder: string, name: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	const entries = (await readdir(folder)).filter((entry) => entry !== '.git');
	if (entries.length === 0) return;
	const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
	if ((JSON.parse(manifest) as { name?: string }).name !== name) {
		throw new Error(`${folder} holds something else than ${name}.`);
	}
	for (const entry of entries) await rm(join(folder, entry), { recursive: true, force: true });
}

/** Files of its own, for every repository. */
const template = join(__dirname, 'template');

/** Copied, with the package's name replaced. */
const COPIED = [
	'.github/ISSUE_TEMPLATE',
	'.github/dependabot.yml',
	'.gitattributes',
	'.npmrc',
	'.prettierrc.js',
	'LICENSE',
	'SECURITY.md',
	'gulpfile.js',
	'nodes/shared',
];

/** Copies a file or folder, and replaces the package's name in texts. */
async function copy(from: string, to: string, target: SplitPackage): Promise<void> {
	await mkdir(dirname(to), { recursive: true });
	await cp(from, to, { recursive: true });
	const entries = await readdir(to, { recursive: true, withFileTypes: true }).catch(
		() => undefined,
	);
	const files = entries
		? entries
				.filter((entry) => entry.isFile())
				.map(({ parentPath, name }) => join(parentPath, name))
		: [to];
	for (const file of files.filter((path) => !isPicture(path))) {
		await writeFile(file, renamed(await readFile(file, 'utf8'), target));
	}
}

const tsconfig = {
	compilerOptions: { ...wholeConfig.compilerOptions, ...buildConfig.compilerOptions },
	include: buildConfig.include,
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Removes from the lock file what the package does not need: the same versions, no download. */
async function writeLock(folder: string): Promise<void> {
	await cp(join(packageFolder, 'package-lock.json'), join(folder, 'package-lock.json'));
	const lean = ['--package-lock-only', '--ignore-scripts', '--offline', '--loglevel=error'];
	await npm(['install', ...lean, '--no-audit', '--no-fund'], { cwd: folder });
}

/** Writes a single-service package into an empty folder. @returns the file names of its examples */
export async function writePackage(target: SplitPackage, folder: string): Promise<string[]> {
	const { service, folder: nodes } = target;
	const examples = await examplesOf(service);
	const files = examples.map(({ file }) => file);
	const { texts, pictures } = await documentsFor(target, files);
	const icons = (await readdir(join(packageFolder, 'icons'))).filter(
		(name) => name.split('.')[0] === service,
	);
	const copied = [
		...COPIED,
		`nodes/${nodes}`,
		`credentials/${nodes}Api.credentials.ts`,
		...icons.map((name) => `icons/${name}`),
		...files.map((name) => `examples/${name}`),
		...pictures,
	];
	const read = async (path: string) => await readFile(join(packageFolder, path), 'utf8');
	// First, so that the folder is known for this package's also where the rest fails.
	await writeFile(join(folder, 'package.json'), json(manifestFor(wholeManifest, target)));
	await cp(template, folder, { recursive: true });
	for (const path of copied) await copy(join(packageFolder, path), join(folder, path), target);

	const written: Array<[path: string, text: string]> = [
		...texts,
		['CHANGELOG.md', changelogFor(await read('CHANGELOG.md'), service)],
		['tsconfig.json', json(tsconfig)],
		['.gitignore', 'node_modules/\ndist/\n*.tgz\n'],
	];
	for (const [path, text] of written) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	await writeLock(folder);
	return files;
}
