/** Tests that wait for a time limit of the system, which the fake clock does not move. */
export const realClock = ['engine/corlega/search'];

/** Tests that only `npm run test:long` runs: many polls, random cases, hostile services, releases. */
export const longRooms = {
	budget: ['engine/trigger/budget'],
	engine: [
		'engine/corlega/upsertModel',
		'engine/inboxify/syncMany',
		'engine/unsure/corlega',
		'unit/docs/polls',
	],
	hostile: ['hostile/parameters', 'hostile/services'],
	releases: ['contributing/recipes', 'unit/release/release', 'unit/release/workflows'],
	triggers: ['engine/trigger/moving', 'engine/trigger/overlap', 'engine/trigger/restart'],
};

export const long: string[] = Object.values(longRooms).flat();
