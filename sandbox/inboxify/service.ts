import { Hono } from 'hono';
import { Refusal, type Exchange, type SandboxEnv } from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import { bulkRoutes, contactRoutes, listRoutes, tagRoutes } from './routes';
import { InboxifyState, type InboxifySettings } from './state';
import { keyOf } from './state/authentication';

/** Starts Inboxify with the same seeded lists every time. */
export async function startInboxify(
	settings: InboxifySettings,
): Promise<RunningService<InboxifyState>> {
	const state = new InboxifyState(settings);
	const serving = {
		bases: [''],
		routes: routesOf(state),
		// The shape of an error is not documented: the sandbox's choice.
		errorBody: ({ message }: Refusal) => ({ message }),
		arrive(exchange: Exchange) {
			const { entry } = exchange;
			entry.key = keyOf(entry.headers);
			// Before any fault: the salt of a request that fails is spent too.
			exchange.refusal = state.authentication.problemOf(entry.headers);
		},
	};
	return await serve(state, serving, settings);
}

function routesOf(state: InboxifyState): Hono<SandboxEnv> {
	const routes = listRoutes(state)
		.route('/contacts', bulkRoutes(state))
		.route('/contacts', contactRoutes(state))
		.route('/contacts', tagRoutes(state));
	const all = new Hono<SandboxEnv>();
	all.use(async (c, next) => {
		if (c.env.refusal) throw new Refusal(401, c.env.refusal);
		if (c.env.bodyForm === 'unparsable') throw new Refusal(400, 'The body is not valid JSON');
		await next();
	});
	// The document writes some paths with this prefix and some without.
	return all.route('/', routes).route('/api', routes);
}
