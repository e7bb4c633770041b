import { corOperations } from './cor';
import { corlegaReads } from './corlegaReads';
import { corlegaWrites } from './corlegaWrites';
import { inboxifyReads } from './inboxifyReads';
import { inboxifyWrites } from './inboxifyWrites';
import { listed } from './operation';

export const operations = [
	...listed('corlega', [...corlegaWrites, ...corlegaReads]),
	...listed('inboxify', [...inboxifyWrites, ...inboxifyReads], { contacts: 40 }),
	...listed('cor', corOperations),
];
