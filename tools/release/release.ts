import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, outOfStep } from './inStep';
import { readOwner } from './owner';
import {
	publishingProblems,
	taggingProblems,
	tagOf,
	type Release,
	type WorkTree,
} from './problems';

export interface ReleaseOptions {
	/** Only print what would be done. */
	dryRun?: boolean;
	/** Only check whether the version may be published under this tag. */
	verify?: string;
}

export interface Outcome {
	good: boolean;
	lines: string[];
}

async function readRelease(folder: string): Promise<Release> {
	const read = async (path: string) => await readFile(join(folder, path), 'utf8');
	const owner = await readOwner(folder);
	const { version } = JSON.parse(await read('package.json')) as { version: string };
	const changes = await outOfStep(folder, owner);
	return {
		owner,
		outOfStep: changes.map(({ path }) => path),
		version,
		changelog: await read('CHANGELOG.md'),
	};
}

const readWorkTree = async (folder: string): Promise<WorkTree> => ({
	branch: (await git(folder, 'rev-parse', '--abbrev-ref', 'HEAD')).join(),
	uncommitted: (await git(folder, 'status', '--porcelain')).map((line) => line.slice(3)),
	tags: await git(folder, 'tag', '--list'),
});

const listed = (verdict: string, problems: string[]): string[] => [
	`${verdict}:`,
	...problems.map((problem) => `- ${problem}`),
];

/** Tags the version in package.json, if nothing prevents that; pushing the tag publishes it. */
export async function releaseIn(folder: string, options: ReleaseOptions): Promise<Outcome> {
	const release = await readRelease(folder);
	const { dryRun = false, verify } = options;
	if (verify !== undefined) {
		const problems = publishingProblems(release, verify);
		if (problems.length === 0) return { good: true, lines: [`${verify} can be published.`] };
		return { good: false, lines: listed(`${verify} can't be published`, problems) };
	}
	const tag = tagOf(release);
	const [commit] = await git(folder, 'log', '-1', '--format=%h "%s"');
	const plan = dryRun ? [`Would tag ${commit} as ${tag}.`] : [];
	const problems = taggingProblems(release, await readWorkTree(folder));
	if (problems.length > 0) {
		return { good: false, lines: [...plan, ...listed(`${tag} can't be released`, problems)] };
	}
	if (dryRun) return { good: true, lines: plan };
	await git(folder, 'tag', '--annotate', tag, '--message', tag);
	const next = `To publish it: git push origin main ${tag}`;
	return { good: true, lines: [`Tagged ${commit} as ${tag}. ${next}`] };
}
