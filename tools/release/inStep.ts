import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { splitPackages, wholeName } from '../split/packages';
import type { Owner } from './owner';

/** Runs git. @returns the lines it printed @throws Error with its message */
export async function git(folder: string, ...args: string[]): Promise<string[]> {
	// Not execa, which Jest can't load.
	const { stdout } = await promisify(execFile)('git', args, { cwd: folder, maxBuffer: 1e8 });
	return stdout.split('\n').filter(Boolean);
}

const names = [wholeName, ...splitPackages.map(({ name }) => name)];

/** URLs of the packages' repositories. */
const REPOSITORY = new RegExp(`(github\\.com/)[\\w.-]+(/(?:${names.join('|')})\\b)`, 'g');

const ELSEWHERE: Record<string, (text: string, owner: Owner) => string> = {
	'package.json': (text, { author, email }) => {
		const manifest = JSON.parse(text) as { author?: object };
		return `${JSON.stringify({ ...manifest, author: { name: author, email } }, null, 2)}\n`;
	},
	LICENSE: (text, { author }) => text.replace(/^(Copyright \(c\) \d{4}) .*$/m, `$1 ${author}`),
	'SECURITY.md': (text, { email }) => text.replace(/<[^<>\s]+@[^<>\s]+>/g, `<${email}>`),
};

const TEXT = /^\.(json|md|mjs|ts|ya?ml)$/;

const isText = (path: string): boolean =>
	path !== 'package-lock.json' && (path in ELSEWHERE || TEXT.test(extname(basename(path))));

/** A file's text with the owner's names. @param path from the root of the package */
export function withOwner(path: string, text: string, owner: Owner): string {
	const addressed = text.replace(REPOSITORY, `$1${owner.organisation}$2`);
	return ELSEWHERE[path]?.(addressed, owner) ?? addressed;
}

export async function outOfStep(
	folder: string,
	owner: Owner,
): Promise<Array<{ path: string; text: string }>> {
	const listed = await git(folder, 'ls-files', '--cached', '--others', '--exclude-standard');
	const changes = await Promise.all(
		listed
			.filter((path) => isText(path) && existsSync(join(folder, path)))
			.map(async (path) => {
				const text = await readFile(join(folder, path), 'utf8');
				return { path, text, wanted: withOwner(path, text, owner) };
			}),
	);
	return changes
		.filter(({ text, wanted }) => text !== wanted)
		.map(({ path, wanted }) => ({ path, text: wanted }));
}

export async function bringInStep(folder: string, owner: Owner): Promise<string[]> {
	const changes = await outOfStep(folder, owner);
	for (const { path, text } of changes) await writeFile(join(folder, path), text);
	return changes.map(({ path }) => path);
}
