const base = require('../../jest.config.js');

/** Where the engine is installed that the nodes are to run in. */
const modules = `${process.env.N8N_ENGINE}/node_modules`;

/** Libraries of the engines that are ES modules, which jest can't load as they are. */
const esModules = ['p-retry', 'is-network-error'];

/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	roots: ['<rootDir>/test/versions/checks'],
	testMatch: ['**/*.check.ts'],
	modulePathIgnorePatterns: [],
	// For the nodes and the tests, whose own are those of the newest version.
	moduleNameMapper: {
		'^(n8n-core|n8n-workflow|reflect-metadata)(/.*)?$': `${modules}/$1$2`,
	},
	transform: {
		...base.transform,
		'\\.js$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } }],
	},
	transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
};
