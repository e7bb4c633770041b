import { corOperations } from './cor';
import { corlegaReads } from './corlegaReads';
import { corlegaWrites } from './corlegaWrites';
import { inboxifyReads } from './inboxifyReads';
import { inboxifyWrites } from './inboxifyWrites';
import type { Operation } from './operation';

export const operations = [
	...corlegaWrites,
	...corlegaReads,
	...inboxifyWrites,
	...inboxifyReads,
	...corOperations,
] as unknown as Operation[];
