/** Tests that wait for a time limit of the system, which the fake clock does not move. */
export const realClock = ['engine/corlega/search'];

/** Tests that only `npm run test:all` runs: many polls, random cases, hostile services, releases. */
export const long = [
	'engine/corlega/upsertModel',
	'engine/inboxify/syncMany',
	'engine/trigger/budget',
	'engine/trigger/moving',
	'engine/trigger/overlap',
	'engine/trigger/restart',
	'engine/unsure/corlega',
	'hostile/parameters',
	'hostile/services',
	'unit/docs/polls',
	'unit/release/release',
	'unit/release/workflows',
];
