import { readdirSync } from 'node:fs';

import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { config } from '@n8n/node-cli/eslint';

// n8n's own configuration, unweakened, on all that ships. The tests, the tools and the sandbox are
// not part of a node: they may use all of Node.js and print to the console.
const rulesForNodes = Object.keys(n8nCommunityNodesPlugin.rules).map((rule) => [
	`@n8n/community-nodes/${rule}`,
	'off',
]);

const foldersOf = (path, ...others) =>
	readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !others.includes(entry.name))
		.map(({ name }) => `${path}/${name}`);

const services = foldersOf('sandbox', 'data', 'http', 'openai');

const of = (path) => services.map((service) => `${service}/${path}`);

/** From the lowest to the highest: each folder or file imports only from those before it. */
const layers = {
	shipped: [
		['nodes/shared/input'],
		['nodes/shared/async'],
		['nodes/shared/rateLimit'],
		['nodes/shared/service'],
		['nodes/shared/http'],
		['nodes/shared/session'],
		['nodes/shared/node'],
		['nodes/shared/trigger'],
		foldersOf('nodes', 'shared'),
		['credentials'],
	],
	sandbox: [
		['sandbox/data'],
		['sandbox/http'],
		of('state'),
		of('routes.ts'),
		[...of('service.ts'), 'sandbox/openai'],
		['sandbox/services.ts'],
		['sandbox/index.ts'],
		['sandbox/main.ts'],
	],
};

/** What each must not import from: those above it, those beside it, and what is none of its business. */
const zonesOf = (order, others) =>
	order.flatMap((layer, index) =>
		layer.map((target) => ({
			target: `./${target}`,
			from: [...order.slice(index + 1).flat(), ...layer, ...others]
				.filter((path) => path !== target)
				.map((path) => `./${path}`),
			message: 'A folder imports only from those before it: see CONTRIBUTING.md.',
		})),
	);

const zones = [
	...zonesOf(layers.shipped, ['sandbox', 'tools', 'test']),
	...zonesOf(layers.sandbox, ['nodes', 'credentials', 'tools', 'test']),
	{ target: './tools', from: './test', message: 'Tests use the tools, not the other way round.' },
];

export default [
	...config,
	{
		ignores: [
			'coverage/**',
			'split/**',
			'tools/n8n/*/node_modules/**',
			'tools/n8n/*/.n8n/**',
			'test/versions/installed/**',
			'test/contributing/service/**',
		],
	},
	{
		files: ['{nodes,credentials,sandbox,tools}/**/*.ts'],
		// Without these the rule against circles reads no TypeScript.
		settings: {
			'import-x/extensions': ['.ts'],
			'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
		},
		rules: {
			'import-x/no-cycle': 'error',
			'import-x/no-restricted-paths': ['error', { zones }],
		},
	},
	{
		files: ['{sandbox,test,tools}/**/*.ts'],
		rules: {
			...Object.fromEntries(rulesForNodes),
			'no-console': 'off',
			// TypeScript checks this itself, also for a module that exports by `export =`.
			'import-x/named': 'off',
		},
	},
];
