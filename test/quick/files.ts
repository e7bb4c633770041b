/** Tests whose clock jumps ahead instead of waiting: they share a file with that clock. */
export const fakeClock = [
	'engine/pauses',
	'engine/rateLimit',
	'engine/retry',
	'engine/usage',
	'engine/errors/answers',
	'engine/trigger/failure',
	'engine/trigger/total',
];

/** Tests that only `npm run test:all` runs: many polls, thousands of random cases, hostile services. */
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
];
