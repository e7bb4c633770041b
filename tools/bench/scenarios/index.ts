import { corlegaLimit } from './corlegaLimit';
import { corlegaPages } from './corlegaPages';
import { corPages } from './corPages';
import { growth } from './growth';
import { inboxifyContacts } from './inboxifyContacts';
import { loading } from './loading';
import { overhead } from './overhead';
import type { Scenario } from './scenario';

/** All scenarios, by the number that `--only` takes. */
export const scenarios: Record<string, Scenario> = {
	1: corPages,
	2: corlegaPages,
	3: inboxifyContacts,
	4: corlegaLimit,
	5: overhead,
	6: growth,
	7: loading,
};
