import type { Sandbox } from '../../../sandbox';
import { organisationChanged } from './cor';
import { quoteStatusChanged } from './corlega';
import { contactAdded, contactUnsubscribed } from './inboxify';
import type { Scenario } from './scenario';

export type { Scenario } from './scenario';

/** Each trigger, with a change that only one who remembers can tell. */
export const scenarios: Array<(sandbox: Sandbox) => Scenario> = [
	quoteStatusChanged,
	contactUnsubscribed,
	contactAdded,
	organisationChanged,
];
