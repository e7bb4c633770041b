import { corlegaLimit } from './corlegaLimit';
import { growth } from './growth';
import { inboxifyContacts } from './inboxifyContacts';
import { loading } from './loading';
import { overhead } from './overhead';
import { corlegaPages, corPages } from './pages';
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
