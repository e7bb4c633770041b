/**
 * What a contributor runs: all tests but the longest, with few random cases, and the files of a room
 * as one. `jest.config.js` runs each file by itself, in full.
 * @type {import('jest').Config}
 */
module.exports = {
	...require('./jest.config.js'),
	testMatch: ['<rootDir>/test/quick/*.test.ts'],
	testPathIgnorePatterns: [],
	setupFiles: ['<rootDir>/tools/engine/setup.ts', '<rootDir>/test/quick/setup.ts'],
};
