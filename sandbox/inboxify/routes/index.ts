import { Hono } from 'hono';
import type { SandboxEnv } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { InboxifyState } from '../state';
import { answer } from './answers';
import { bulkRoutes } from './bulk';
import { contactRoutes } from './contacts';
import { tagRoutes } from './tags';

/** All that the API has, for whoever was not turned away on arrival. */
export function inboxifyRoutes(state: InboxifyState): Hono<SandboxEnv> {
	const routes = new Hono<SandboxEnv>();
	routes.get('/lists', (c) =>
		answer(
			c.env,
			200,
			state.lists.rows.map(({ id, name }) => ({ id, list: name })),
		),
	);
	routes.route('/contacts', bulkRoutes(state));
	routes.route('/contacts', contactRoutes(state));
	routes.route('/contacts', tagRoutes(state));

	const all = new Hono<SandboxEnv>();
	all.use(async (c, next) => {
		if (c.env.refusal) throw new Refusal(401, c.env.refusal);
		if (c.env.bodyForm === 'unparsable') throw new Refusal(400, 'The body is not valid JSON');
		await next();
	});
	all.route('/', routes);
	// The document writes some paths with this prefix and some without.
	all.route('/api', routes);
	return all;
}
