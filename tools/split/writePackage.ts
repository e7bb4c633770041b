import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { npm } from '../lib/command';
import { packageFolder } from '../lib/paths';
import { changelogFor } from './changelog';
import { documentsFor } from './documents';
import { examplesOf } from './examples';
import { manifestFor, type Manifest } from './manifest';
import { renamed, type SplitPackage } from './packages';

/** What is the package's own of every repository: its rules, its forms, how it is built. */
const template = join(__dirname, 'template');

/** What stands in a package of one service as it stands here, but for the package's name. */
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

const PICTURE = /^\.(svg|png|gif|webp)$/;

/** Copies a file or a folder, with the package's name in every text. */
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
	for (const file of files.filter((name) => !PICTURE.test(extname(name)))) {
		await writeFile(file, renamed(await readFile(file, 'utf8'), target));
	}
}

/** One configuration for the compiler, of the two that there are here. */
async function compilerOptions(): Promise<object> {
	const [whole, build] = await Promise.all(
		['tsconfig.json', 'tsconfig.build.json'].map(
			async (file) =>
				JSON.parse(await readFile(join(packageFolder, file), 'utf8')) as {
					compilerOptions: object;
					include: string[];
				},
		),
	);
	return {
		compilerOptions: { ...whole.compilerOptions, ...build.compilerOptions },
		include: build.include,
	};
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The lock file here without what the package does not need: the same versions, nothing fetched. */
async function writeLock(folder: string): Promise<void> {
	await cp(join(packageFolder, 'package-lock.json'), join(folder, 'package-lock.json'));
	const lean = ['--package-lock-only', '--ignore-scripts', '--offline', '--loglevel=error'];
	await npm(['install', ...lean, '--no-audit', '--no-fund'], { cwd: folder });
}

/**
 * Writes the source of a package of one service into an empty folder, ready for a repository of its
 * own.
 * @returns the file names of its examples
 */
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
	const manifest = manifestFor(JSON.parse(await read('package.json')) as Manifest, target);
	// First, so that the folder is known for this package's also where the rest fails.
	await writeFile(join(folder, 'package.json'), json(manifest));
	await cp(template, folder, { recursive: true });
	for (const path of copied) await copy(join(packageFolder, path), join(folder, path), target);

	const written: Array<[path: string, text: string]> = [
		...texts,
		['CHANGELOG.md', changelogFor(await read('CHANGELOG.md'), service)],
		['tsconfig.json', json(await compilerOptions())],
		['.gitignore', 'node_modules/\ndist/\n*.tgz\n'],
	];
	for (const [path, text] of written) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	await writeLock(folder);
	return files;
}
