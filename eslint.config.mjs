import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { config } from '@n8n/node-cli/eslint';

// n8n's own configuration, unweakened, on all that ships. The tests, the tools and the sandbox are
// not part of a node: they may use all of Node.js and print to the console.
const rulesForNodes = Object.keys(n8nCommunityNodesPlugin.rules).map((rule) => [
	`@n8n/community-nodes/${rule}`,
	'off',
]);

export default [
	...config,
	{ ignores: ['coverage/**', 'test/n8n/node_modules/**', 'test/n8n/.n8n/**'] },
	{
		files: ['sandbox/**/*.ts', 'test/**/*.ts'],
		rules: { ...Object.fromEntries(rulesForNodes), 'no-console': 'off' },
	},
];
