import type { Exchange } from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import { corlegaBases, corlegaRoutes } from './routes';
import { corlegaError } from './routes/answers';
import { CorlegaState, type CorlegaSettings } from './state';
import { bearerToken } from './state/keys';

/** Starts Corlega with the same seeded data every time. */
export async function startCorlega(
	settings: CorlegaSettings,
): Promise<RunningService<CorlegaState>> {
	const state = new CorlegaState(settings);
	const serving = {
		bases: corlegaBases,
		routes: corlegaRoutes(state),
		errorBody: corlegaError,
		arrive(exchange: Exchange) {
			const { entry } = exchange;
			entry.key = bearerToken(entry.headers.authorization);
			const { deprecation } = state;
			if (deprecation !== undefined) exchange.addedHeaders = { Deprecation: deprecation };
		},
	};
	return await serve(state, serving, settings);
}
