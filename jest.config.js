/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// Jest itself would leave one core free, and so run all tests one after another on two.
	maxWorkers: '100%',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// Files that run others as one.
	testPathIgnorePatterns: ['/test/(quick|long)/'],
	modulePathIgnorePatterns: [
		'<rootDir>/tools/n8n/[^/]*/node_modules/',
		'<rootDir>/test/versions/installed/',
		'<rootDir>/dist/',
	],
	transform: {
		'\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
	},
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
	coverageReporters: ['text-summary', 'lcov'],
	coverageThreshold: { global: { lines: 95 } },
	setupFiles: ['<rootDir>/tools/engine/setup.ts'],
	testTimeout: 30_000,
};
