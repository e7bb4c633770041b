import { Hono } from 'hono';
import type { SandboxContext, SandboxEnv } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { CorlegaState } from '../state';
import { checkOrganization } from '../state/organization';
import { answer, needs } from './answers';
import { fieldsOf } from './body';
import { resourceRoutes } from './resources';

/** The legacy base answers the same, by the document. */
export const corlegaBases = ['/v1', '/api/v1'] as const;

/** All that the API has, under both bases, for keys that are valid and within their limit. */
export function corlegaRoutes(state: CorlegaState): Hono<SandboxEnv> {
	const { apiKeys, resources } = state;
	const routes = new Hono<SandboxEnv>();
	routes.use(async (c, next) => {
		admit(state, c);
		await next();
	});
	for (const resource of resources) {
		routes.route(`/${resource.name}`, resourceRoutes(resource, apiKeys));
	}
	routes.get('/me', needs(apiKeys, 'organization.read'), (c) => answerKey(state, c));
	routes.get('/organization', needs(apiKeys, 'organization.read'), (c) =>
		answer(c, 200, state.organization),
	);
	routes.patch('/organization', needs(apiKeys, 'organization.write'), (c) => {
		const fields = fieldsOf(c.env);
		checkOrganization(fields);
		Object.assign(state.organization, fields);
		return answer(c, 200, state.organization);
	});

	const all = new Hono<SandboxEnv>();
	for (const base of corlegaBases) all.route(base, routes);
	return all;
}

/** Lets a request in whose key is valid and has room under the limit. */
function admit(state: CorlegaState, c: SandboxContext): void {
	const apiKey = state.apiKeys.find(c.env.entry.headers.authorization);
	if (!apiKey) throw new Refusal(401, 'Invalid or missing API key.');
	const wait = state.count(apiKey);
	if (wait > 0) {
		throw new Refusal(429, 'Rate limit exceeded.', undefined, {
			'Retry-After': String(Math.ceil(wait / 1000)),
		});
	}
}

function answerKey({ apiKeys, organization }: CorlegaState, c: SandboxContext): Response {
	const apiKey = apiKeys.find(c.env.entry.headers.authorization);
	return answer(c, 200, {
		apiKeyId: apiKey?.apiKeyId,
		organizationId: organization.id,
		scopes: apiKey?.scopes,
		prefix: `${apiKey?.key.slice(0, 'corlega_'.length + 8)}…`,
	});
}
