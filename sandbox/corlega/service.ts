import { Hono, type MiddlewareHandler } from 'hono';
import {
	Refusal,
	send,
	type Exchange,
	type SandboxContext,
	type SandboxEnv,
} from '../http/exchange';
import { wholeNumber } from '../http/query';
import { serve, type RunningService } from '../http/server';
import { CorlegaState, type CorlegaSettings } from './state';
import { bearerToken, grants } from './state/keys';
import { checkOrganization } from './state/organization';
import type { Fields, Resource, Row } from './state/records';

/** The legacy base answers the same, by the document. */
const bases = ['/v1', '/api/v1'] as const;

const codes: Record<number, string> = {
	400: 'invalid_request',
	401: 'unauthorized',
	403: 'insufficient_scope',
	404: 'not_found',
	409: 'duplicate_resource',
	422: 'invalid_state',
	429: 'rate_limited',
};

/** Starts Corlega with the same seeded data every time. */
export async function startCorlega(
	settings: CorlegaSettings,
): Promise<RunningService<CorlegaState>> {
	const state = new CorlegaState(settings);
	const serving = {
		bases,
		routes: routesOf(state),
		errorBody: ({ status, message, code }: Refusal) => ({
			error: { code: code ?? codes[status] ?? 'internal_error', message },
		}),
		arrive(exchange: Exchange) {
			exchange.entry.key = bearerToken(exchange.entry.headers.authorization);
			const { deprecation } = state;
			if (deprecation !== undefined) exchange.addedHeaders = { Deprecation: deprecation };
		},
	};
	return await serve(state, serving, settings);
}

function routesOf(state: CorlegaState): Hono<SandboxEnv> {
	const { apiKeys, resources, organization } = state;
	const keyOf = (c: SandboxContext) => apiKeys.find(c.env.entry.headers.authorization);

	/** Refuses with 403 a key that lacks the scope. */
	const needs =
		(scope: string): MiddlewareHandler<SandboxEnv> =>
		async (c, next) => {
			if (!grants(keyOf(c)?.scopes ?? [], scope)) {
				throw new Refusal(403, `Missing required scope: ${scope}.`);
			}
			await next();
		};

	const routes = new Hono<SandboxEnv>();
	routes.use(async (c, next) => {
		const apiKey = keyOf(c);
		if (!apiKey) throw new Refusal(401, 'Invalid or missing API key.');
		const wait = state.count(apiKey);
		if (wait > 0) {
			throw new Refusal(429, 'Rate limit exceeded.', undefined, {
				'Retry-After': String(Math.ceil(wait / 1000)),
			});
		}
		await next();
	});
	for (const resource of resources) {
		const [read, write] = ['read', 'write'].map((what) => needs(`${resource.name}.${what}`));
		routes.route(`/${resource.name}`, resourceRoutes(resource, read, write));
	}
	routes.get('/me', needs('organization.read'), (c) => {
		const { apiKeyId, scopes, key } = keyOf(c)!;
		const prefix = `${key.slice(0, 'corlega_'.length + 8)}…`;
		return answer(c, 200, { apiKeyId, organizationId: organization.id, scopes, prefix });
	});
	routes.get('/organization', needs('organization.read'), (c) => answer(c, 200, organization));
	routes.patch('/organization', needs('organization.write'), (c) => {
		const fields = fieldsOf(c.env);
		checkOrganization(fields);
		return answer(c, 200, Object.assign(organization, fields));
	});

	const all = new Hono<SandboxEnv>();
	for (const base of bases) all.route(base, routes);
	return all;
}

type Guard = MiddlewareHandler<SandboxEnv>;

/** List, read, create and change: the operations that every documented resource has. */
function resourceRoutes(resource: Resource, read: Guard, write: Guard): Hono<SandboxEnv> {
	const { name, rows } = resource;

	function rowOf(c: SandboxContext): Row {
		const row = rows.get(c.req.param('id') ?? '');
		if (!row) throw new Refusal(404, `No such ${name.slice(0, -1)}.`);
		return row;
	}

	return new Hono<SandboxEnv>()
		.get('/', read, (c) => answerPage(c, rows.rows))
		.get('/:id', read, (c) => answer(c, 200, rowOf(c)))
		.post('/', write, (c) => answer(c, 201, resource.create(fieldsOf(c.env))))
		.patch('/:id', write, (c) => {
			const row = rowOf(c);
			const fields = fieldsOf(c.env);
			resource.checkChange(row, fields);
			rows.change(row, fields);
			return answer(c, 200, row);
		});
}

/** `meta` is for a list. */
const answer = (c: SandboxContext, status: number, data: unknown, meta?: object): Response =>
	send(c.env, { status, body: JSON.stringify({ data, meta }) });

/**
 * The page that the query asks for. The document says 25 a page and at most 100; that another page
 * number or size gives 400, and a page past the end an empty one, is the sandbox's choice.
 */
function answerPage(c: SandboxContext, rows: readonly unknown[]): Response {
	const { query } = c.env.entry;
	const page = wholeNumber(query, 'page', { absent: 1, min: 1 });
	const pageSize = wholeNumber(query, 'pageSize', { absent: 25, min: 1, max: 100 });
	const total = rows.length;
	const end = page * pageSize;
	const meta = { page, pageSize, total, hasMore: end < total };
	return answer(c, 200, rows.slice(end - pageSize, end), meta);
}

/** The JSON object of the request, without the `id`, which the client can't set. */
function fieldsOf({ bodyForm, entry: { body } }: Exchange): Fields {
	if (bodyForm !== 'json') throw new Refusal(400, 'The body is not valid JSON.', 'invalid_json');
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		throw new Refusal(400, 'The body must be a JSON object.');
	}
	const fields: Fields = { ...body };
	delete fields.id;
	return fields;
}
