import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outOfStep, withOwner } from '../../../tools/release/inStep';
import { placeholdersIn, readOwner } from '../../../tools/release/owner';
import { packageFolder } from '../../../tools/lib/paths';

const owner = { organisation: 'tulpen-bv', author: 'Truus Tulp', email: 'truus@tulpen.nl' };

describe('owner.json', () => {
	test('names each placeholder that is left', () => {
		const example = {
			organisation: 'example-organisation',
			author: 'Example Author',
			email: 'author@example.com',
		};
		expect(placeholdersIn(example)).toEqual([
			'owner.json: organisation is a placeholder, "example-organisation"',
			'owner.json: author is a placeholder, "Example Author"',
			'owner.json: email is a placeholder, "author@example.com"',
		]);
		expect(placeholdersIn({ ...owner, email: 'truus@tulpen.example' })).toHaveLength(1);
		expect(placeholdersIn(owner)).toEqual([]);
	});

	test.each(['', ' '])('takes %j for a placeholder', (nothing) => {
		const empty = { organisation: nothing, author: nothing, email: nothing };
		expect(placeholdersIn(empty)).toHaveLength(3);
	});

	test('says the same as every other file', async () => {
		const changes = await outOfStep(packageFolder, await readOwner(packageFolder));
		expect(changes.map(({ path }) => path)).toEqual([]);
	});
});

describe('withOwner', () => {
	const read = (path: string) => readFileSync(join(packageFolder, path), 'utf8');

	test('puts the organisation into the addresses of the packages, and into no others', () => {
		const at = (organisation: string) =>
			[
				`https://github.com/${organisation}/n8n-nodes-dutch-business/issues`,
				`git+https://github.com/${organisation}/n8n-nodes-cor.git`,
				`https://github.com/${organisation}/n8n-nodes-corlega/blob/main/docs/corlega.md`,
			].join('\n');
		const foreign = 'https://github.com/n8n-io/n8n-nodes-starter';
		expect(withOwner('docs/x.md', `${at('who')}\n${foreign}`, owner)).toBe(
			`${at('tulpen-bv')}\n${foreign}`,
		);
	});

	test.each([
		'credentials/CorApi.credentials.ts',
		'nodes/Corlega/Corlega.node.json',
		'nodes/Inboxify/InboxifyTrigger.node.json',
	])('puts the organisation into the links to the documentation: %s', (path) => {
		const text = withOwner(path, read(path), owner);
		const links = [...text.matchAll(/https:\/\/github\.com\/([\w-]+)\/\S+\/docs\//g)];
		expect(links.length).toBeGreaterThan(0);
		for (const [, organisation] of links) expect(organisation).toBe(owner.organisation);
	});

	test('puts author and address into package.json, LICENSE and SECURITY.md', () => {
		const { author, repository } = JSON.parse(
			withOwner('package.json', read('package.json'), owner),
		) as Record<string, unknown>;
		expect(author).toEqual({ name: 'Truus Tulp', email: 'truus@tulpen.nl' });
		expect(repository).toMatchObject({ url: expect.stringContaining('com/tulpen-bv/') as string });
		expect(withOwner('LICENSE', read('LICENSE'), owner)).toMatch(
			/^Copyright \(c\) \d{4} Truus Tulp$/m,
		);
		expect(withOwner('SECURITY.md', read('SECURITY.md'), owner)).toContain('<truus@tulpen.nl>');
	});
});
