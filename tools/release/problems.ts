import { placeholdersIn, type Owner } from './owner';

/** What a release is judged by. */
export interface Release {
	owner: Owner;
	/** Files that say something else than owner.json. */
	outOfStep: string[];
	/** As in package.json. */
	version: string;
	changelog: string;
}

/** What it is judged by before it is tagged. */
export interface WorkTree {
	branch: string;
	/** Files that are not committed. */
	uncommitted: string[];
	/** Tags that exist. */
	tags: string[];
}

export const tagOf = ({ version }: Pick<Release, 'version'>): string => `v${version}`;

function changelogProblems({ version, changelog }: Release): string[] {
	const headings = changelog.split('\n').filter((line) => line.startsWith('## '));
	const heading = headings.find((line) => line.slice(3).split(' ')[0] === version);
	if (heading === undefined) return [`CHANGELOG.md: has no section "## ${version} - <date>"`];
	if (/ - \d{4}-\d{2}-\d{2}$/.test(heading)) return [];
	return [`CHANGELOG.md: "${heading}" has no date`];
}

/** What keeps this version from being published, a line for each problem. */
export function problemsOf(release: Release): string[] {
	return [
		...placeholdersIn(release.owner),
		...release.outOfStep.map((path) => `${path}: not in step with owner.json, run "npm run owner"`),
		...changelogProblems(release),
	];
}

/** What keeps this version from being tagged in this work tree. */
export function taggingProblems(release: Release, tree: WorkTree): string[] {
	const tag = tagOf(release);
	return [
		...problemsOf(release),
		...(tree.branch === 'main' ? [] : [`git: on the branch ${tree.branch}, not on main`]),
		...tree.uncommitted.map((path) => `git: ${path} is not committed`),
		...(tree.tags.includes(tag) ? [`git: the tag ${tag} exists`] : []),
	];
}

/** What keeps this version from being published under a tag. */
export function publishingProblems(release: Release, tag: string): string[] {
	const wanted = tagOf(release);
	const other = `package.json: the version is ${release.version}, the tag ${tag}`;
	return [...problemsOf(release), ...(tag === wanted ? [] : [other])];
}
