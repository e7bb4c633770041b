import { room } from './room';

room(
	'engine',
	'engine/dryRun',
	'engine/unsure',
	'engine/errors',
	'engine/lists',
	'engine/operations',
);
