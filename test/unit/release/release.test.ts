import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { releaseIn } from '../../../tools/release/release';

const example = {
	organisation: 'example-organisation',
	author: 'Example Author',
	email: 'author@example.com',
};
const filledIn = { organisation: 'tulpen-bv', author: 'Truus Tulp', email: 'truus@tulpen.nl' };
const DATED = '# Changelog\n\n## 1.2.3 - 2026-11-01\n\n- New.\n';

describe('npm run release', () => {
	let folder: string;

	const git = (...args: string[]): string =>
		execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

	function commit(owner: typeof example, changelog = DATED): void {
		const manifest = { version: '1.2.3', author: { name: owner.author, email: owner.email } };
		write('owner.json', JSON.stringify(owner));
		write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
		write('CHANGELOG.md', changelog);
		git('add', '.');
		git('commit', '--quiet', '--message', 'All');
	}

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'release-'));
		git('init', '--quiet', '--initial-branch=main');
		git('config', 'user.name', 'Truus Tulp');
		git('config', 'user.email', 'truus@tulpen.nl');
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	test.each([{ dryRun: true }, {}, { verify: 'v1.2.3' }])(
		'fails with placeholders, names each, and tags nothing: %j',
		async (options) => {
			commit(example);
			const { good, lines } = await releaseIn(folder, options);
			expect(good).toBe(false);
			expect(lines.filter((line) => line.startsWith('- '))).toEqual([
				'- owner.json: organisation is a placeholder, "example-organisation"',
				'- owner.json: author is a placeholder, "Example Author"',
				'- owner.json: email is a placeholder, "author@example.com"',
			]);
			expect(git('tag')).toBe('');
		},
	);

	test('tags the version when nothing is in the way, once', async () => {
		commit(filledIn);
		expect(await releaseIn(folder, {})).toEqual({
			good: true,
			lines: [expect.stringContaining('git push origin main v1.2.3')],
		});
		expect(git('tag')).toBe('v1.2.3');
		expect(git('cat-file', '-t', 'v1.2.3')).toBe('tag');
		expect(await releaseIn(folder, {})).toEqual({
			good: false,
			lines: ["v1.2.3 can't be released:", '- git: the tag v1.2.3 exists'],
		});
	});

	test('only says in a dry run what it would do', async () => {
		commit(filledIn);
		const { good, lines } = await releaseIn(folder, { dryRun: true });
		expect({ good, lines }).toEqual({
			good: true,
			lines: [expect.stringMatching(/^Would tag \w+ "All" as v1\.2\.3\.$/)],
		});
		expect(git('tag')).toBe('');
	});

	test('wants everything committed, on main', async () => {
		commit(filledIn);
		git('checkout', '--quiet', '-b', 'other');
		write('notes.txt', 'mine');
		write('CHANGELOG.md', `${DATED}\n`);
		expect((await releaseIn(folder, {})).lines).toEqual([
			"v1.2.3 can't be released:",
			'- git: on the branch other, not on main',
			'- git: CHANGELOG.md is not committed',
			'- git: notes.txt is not committed',
		]);
	});

	test.each([
		['## 1.2.3 - unreleased', 'CHANGELOG.md: "## 1.2.3 - unreleased" has no date'],
		['## 1.2.30 - 2026-11-01', 'CHANGELOG.md: has no section "## 1.2.3 - <date>"'],
	])('wants the version in the changelog, with its date: %s', async (heading, problem) => {
		commit(filledIn, `# Changelog\n\n${heading}\n`);
		expect((await releaseIn(folder, { dryRun: true })).lines).toContain(`- ${problem}`);
	});

	test('wants every file to say what owner.json says', async () => {
		commit(filledIn);
		write('owner.json', JSON.stringify({ ...filledIn, author: 'Klaas Vaak' }));
		git('commit', '--quiet', '--all', '--message', 'Another author');
		expect((await releaseIn(folder, { verify: 'v1.2.3' })).lines).toEqual([
			"v1.2.3 can't be published:",
			'- package.json: not in step with owner.json, run "npm run owner"',
		]);
	});

	test('publishes under the tag of the version only', async () => {
		commit(filledIn);
		expect(await releaseIn(folder, { verify: 'v1.2.3' })).toMatchObject({ good: true });
		expect(await releaseIn(folder, { verify: 'v1.2.4' })).toEqual({
			good: false,
			lines: ["v1.2.4 can't be published:", '- package.json: the version is 1.2.3, the tag v1.2.4'],
		});
	});
});
