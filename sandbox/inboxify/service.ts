import type { Exchange } from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import { inboxifyRoutes } from './routes';
import { inboxifyError } from './routes/answers';
import { InboxifyState, type InboxifySettings } from './state';
import { keyOf } from './state/authentication';

/** Starts Inboxify with the same seeded lists every time. */
export async function startInboxify(
	settings: InboxifySettings,
): Promise<RunningService<InboxifyState>> {
	const state = new InboxifyState(settings);
	const serving = {
		bases: [''],
		routes: inboxifyRoutes(state),
		errorBody: inboxifyError,
		arrive(exchange: Exchange) {
			const { entry } = exchange;
			entry.key = keyOf(entry.headers);
			// Before any fault: the salt of a request that fails is spent too.
			exchange.refusal = state.authentication.problemOf(entry.headers);
		},
	};
	return await serve(state, serving, settings);
}
