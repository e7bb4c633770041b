import { Hono } from 'hono';
import { Refusal, type SandboxEnv } from '../http/exchange';
import type { PelikaanState } from './state';

export function pelikaanRoutes({ apiKey, parcels }: PelikaanState): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>().get('/parcels/:id', (c) => {
		if (c.env.entry.headers['x-api-key'] !== apiKey) throw new Refusal(401, 'Unknown key.');
		const parcel = parcels.get(c.req.param('id'));
		if (!parcel) throw new Refusal(404, 'Unknown parcel.');
		return c.json(parcel);
	});
}
