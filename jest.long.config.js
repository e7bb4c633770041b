/**
 * What takes longest, in full: `npm run test:long`.
 * @type {import('jest').Config}
 */
module.exports = {
	...require('./jest.config.js'),
	testMatch: ['<rootDir>/test/long/*.test.ts'],
	testPathIgnorePatterns: [],
	setupFiles: ['<rootDir>/tools/engine/setup.ts', '<rootDir>/test/quick/useFakeClock.ts'],
	// Some rooms mostly wait, for a time limit or another process.
	maxWorkers: 3,
};
