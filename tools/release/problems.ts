import { placeholdersIn, type Owner } from './owner';

export interface Release {
	owner: Owner;
	/** Files that differ from owner.json. */
	outOfStep: string[];
	version: string;
	changelog: string;
}

export interface WorkTree {
	branch: string;
	uncommitted: string[];
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

/** Reasons not to publish this version. */
export function problemsOf(release: Release): string[] {
	return [
		...placeholdersIn(release.owner),
		...release.outOfStep.map((path) => `${path}: not in step with owner.json, run "npm run owner"`),
		...changelogProblems(release),
	];
}

/** Reasons not to tag this version. */
export function taggingProblems(release: Release, tree: WorkTree): string[] {
	const tag = tagOf(release);
	return [
		...problemsOf(release),
		...(tree.branch === 'main' ? [] : [`git: on the branch ${tree.branch}, not on main`]),
		...tree.uncommitted.map((path) => `git: ${path} is not committed`),
		...(tree.tags.includes(tag) ? [`git: the tag ${tag} exists`] : []),
	];
}

/** Reasons not to publish this version under a tag. */
export function publishingProblems(release: Release, tag: string): string[] {
	const wanted = tagOf(release);
	const other = `package.json: the version is ${release.version}, the tag ${tag}`;
	return [...problemsOf(release), ...(tag === wanted ? [] : [other])];
}
