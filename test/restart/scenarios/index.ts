import type { Sandbox } from '../../../sandbox';
import { organisationChanged } from './cor';
import { quoteStatusChanged } from './corlega';
import { contactAdded, contactUnsubscribed } from './inboxify';
import type { Scenario } from './scenario';

export type { Scenario } from './scenario';

/** For each trigger a change that only its saved state can reveal. */
export const scenarios: Array<(sandbox: Sandbox) => Scenario> = [
	quoteStatusChanged,
	contactUnsubscribed,
	contactAdded,
	organisationChanged,
];
