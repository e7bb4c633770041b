import { serve, type RunningService } from '../http/server';
import type { ServiceSettings } from '../http/serviceState';
import { pelikaanRoutes } from './routes';
import { PelikaanState } from './state';

/** Starts Pelikaan with one parcel. */
export async function startPelikaan(
	settings: ServiceSettings,
): Promise<RunningService<PelikaanState>> {
	const state = new PelikaanState(settings);
	const errorBody = ({ message }: Error) => ({ error: message });
	return await serve(state, { bases: [''], routes: pelikaanRoutes(state), errorBody }, settings);
}
