import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { readFileSync } from 'node:fs';
import type { CodexData, INodePropertyOptions } from 'n8n-workflow';
import { loadPackage, registeredFiles, sources } from '../../tools/engine/packageTypes';
import { searchWords } from '../searchWords';

/** As n8n's own nodes have them. */
const CATEGORIES = [
	'Analytics',
	'Communication',
	'Data & Storage',
	'Development',
	'Finance & Accounting',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

const { nodes, triggers } = loadPackage(sources);

const codexes = Object.fromEntries(
	registeredFiles('nodes', sources).map((path) => {
		const codex = JSON.parse(readFileSync(path.replace(/\.ts$/, '.json'), 'utf8')) as Required<
			Pick<CodexData, 'alias' | 'categories'>
		> & { node: string };
		return [codex.node.replace('n8n-nodes-dutch-business.', ''), codex];
	}),
);

/** The nodes as the editor's node panel searches them: a trigger is part of its node there. */
const panel = Object.values(nodes).map(({ description: { name, displayName } }) => ({
	key: name,
	properties: { displayName, codex: codexes[name] },
}));

/** What n8n finds for a word among our nodes, the best first. */
const search = (word: string): string[] => sublimeSearch(word, panel).map(({ item }) => item.key);

test.each([
	...searchWords,
	// The same words in other forms.
	['contacts', ['corlega', 'inboxify']],
	['klanten', ['corlega']],
	['facturen', ['corlega']],
	['e-mail marketing', ['inboxify']],
	['emailmarketing', ['inboxify']],
	['mailinglist', ['inboxify']],
	['nieuwsbrieven', ['inboxify']],
	['bedrijven', ['corlega', 'cor']],
	['gemeenten', ['cor']],
	['certificaten', ['cor']],
] as typeof searchWords)(
	'%s finds %j, before all other nodes of this package',
	(word, services) => {
		expect(search(word).slice(0, services.length).sort()).toEqual([...services].sort());
	},
);

test('a word of another trade finds none of the nodes', () => {
	expect(search('spreadsheet')).toEqual([]);
});

test.each(Object.entries(nodes))('the panel does not begin with many records of %s', (_, node) => {
	const operations = node.description.properties.find(({ name }) => name === 'operation')!;
	const [{ action }] = operations.options as INodePropertyOptions[];
	expect(action).toMatch(/^(Create|Get) (a|an|the) /);
});

test.each(Object.keys(nodes))('%s and its trigger are found by the same words', (name) => {
	const { alias, categories } = codexes[`${name}Trigger`];
	expect(triggers).toHaveProperty(`${name}Trigger`);
	expect(alias).toEqual(codexes[name].alias);
	expect(categories).toEqual(codexes[name].categories);
});

test.each(Object.entries(codexes))('%s is in categories that n8n has', (_, codex) => {
	expect(codex.categories.length).toBeGreaterThan(0);
	expect(CATEGORIES).toEqual(expect.arrayContaining(codex.categories));
	expect(new Set(codex.alias).size).toBe(codex.alias.length);
});
