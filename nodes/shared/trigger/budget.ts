import type { IPollFunctions } from 'n8n-workflow';

import { DeadlineError, withDeadline } from '../async/deadline';
import { connect } from '../http/connection';
import { InputError } from '../input/InputError';
import { toNodeError, toPollError } from '../node/nodeError';
import type { Service } from '../service/service';
import { Session } from '../session/session';
import { isReason, Poll } from './watch';

/** Of the time that n8n gives a poll this part is used, so that it ends before it is given up. */
const PART_OF_BUDGET = 0.8;

/** After this part of it waits end, and after the last part the poll. */
const PART_FOR_WAITS = 0.85;
const LAST_PART = 0.92;

/** Milliseconds that a poll may take where n8n doesn't say, or keeps no budget. */
const BUDGET = 5 * 60_000;

/** Milliseconds that a poll has at the least. */
const SHORTEST = 1_000;

const budgetOf = (context: IPollFunctions): number =>
	'getPollBudgetMs' in context ? context.getPollBudgetMs() : BUDGET;

/**
 * Whether n8n schedules polls in its database: each gets a copy of its own of what was kept, and a
 * budget from N8N_SCHEDULER_POLL_TIMEOUT. The poll at activation is none of these.
 */
export const isScheduled = (context: IPollFunctions): boolean => budgetOf(context) !== BUDGET;

/** The error of a poll that could not finish, with what to do. */
const tooSlow = (service: string, budget: number): InputError =>
	new InputError(
		`${service} could not be read within the ${Math.round(budget / 1000)} s that n8n gives a poll. Nothing is lost: the next poll finds it`,
		'If it stays: poll at a quieter time, watch a smaller list or, where N8N_SCHEDULER_POLL_TRIGGERS_ENABLED is on, give polls more time with N8N_SCHEDULER_POLL_TIMEOUT, and from a minute on with N8N_SCHEDULER_LEASE_DURATION too.',
	);

/**
 * Reads within the time that n8n gives a poll; what still goes on afterwards ends with its next
 * request.
 * @param share part of the service's rate limit, 0 to 1, that the trigger may use
 * @throws NodeApiError, NodeOperationError; the latter also where the time was too short
 */
export async function withinBudget<T>(
	context: IPollFunctions,
	service: Service,
	share: number | undefined,
	read: (poll: Poll) => Promise<T>,
): Promise<T> {
	const budget = budgetOf(context);
	const last = Math.round(Math.max(budget * LAST_PART, SHORTEST));
	const stop = new AbortController();
	const endOfWaits = AbortSignal.timeout(Math.round(Math.max(budget * PART_FOR_WAITS, SHORTEST)));
	const signal = AbortSignal.any([stop.signal, endOfWaits]);
	const session = new Session(async () => await connect(context, service, { share, signal }));
	const deadline = performance.now() + budget * PART_OF_BUDGET;
	const poll = new Poll(service, session, { deadline, longest: last, signal });
	let isLate = false;
	try {
		return await withDeadline(last, read(poll));
	} catch (error) {
		isLate = error instanceof DeadlineError || isReason(signal, error);
		if (!isLate) throw toPollError(context.getNode(), error);
	} finally {
		stop.abort();
	}
	throw toNodeError(context.getNode(), tooSlow(service.name, budget));
}
