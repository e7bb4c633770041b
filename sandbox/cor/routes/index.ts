import { Hono } from 'hono';
import { send, type SandboxContext, type SandboxEnv } from '../../http/exchange';
import { Refusal } from '../../http/refusal';
import type { CorState } from '../state';
import { toDateTime } from '../state/organisation';
import { checkParametersOfOne, expandOf, filtersOf, pageOf } from './filters';
import { links, pageLinks, written, type View } from './hal';
import { negotiate } from './negotiation';

export const corBase = '/registers/api/v1';

const pageSize = 30;

/** The list, one organisation, and the last change of the register. */
export function corRoutes(state: CorState): Hono<SandboxEnv> {
	const routes = new Hono<SandboxEnv>()
		.get('/organisaties', (c) => answerList(state, c))
		.get('/organisaties/:oin', (c) => answerOne(state, c))
		.get('/laatsteWijziging', (c) => answerLastChange(state, c));

	return (
		new Hono<SandboxEnv>()
			// Method and headers come first, whatever the path.
			.use(async (c, next) => {
				negotiate(c.env);
				await next();
			})
			.route(corBase, routes)
	);
}

function answerList(state: CorState, c: SandboxContext): Response {
	const { query } = c.env.entry;
	const view = viewOf(state, c);
	const page = pageOf(query);
	const tests = filtersOf(query);

	const found = tests.length
		? state.organisations.filter((organisation) => tests.every((test) => test(organisation)))
		: state.organisations;
	const total = found.length;
	const pages = Math.ceil(total / pageSize);
	// Without results 404, by the document. Past the end is not documented: no results either.
	if (page > pages) throw new Refusal(404, 'No organisations were found.');

	const pageHref = (number: number) =>
		href(state, '/organisaties', { ...query, pagina: `${number}` });
	const body = {
		...pageLinks(view.hal, page, pages, pageHref),
		organisaties: found
			.slice((page - 1) * pageSize, page * pageSize)
			.map((organisation) => written(organisation, view)),
	};
	const headers = {
		'X-Total-Count': `${total}`,
		'X-Pagination-Count': `${pages}`,
		'X-Pagination-Page': `${page}`,
		'X-Pagination-Limit': `${pageSize}`,
	};
	return answer(c, body, state.totals ? headers : undefined);
}

function answerOne(state: CorState, c: SandboxContext): Response {
	const { query, path } = c.env.entry;
	checkParametersOfOne(query);
	const view = viewOf(state, c);
	const organisation = state.find(c.req.param('oin') ?? '');
	if (!organisation) throw new Refusal(404, 'The organisation was not found.');
	return answer(c, {
		...links(view.hal, { self: href(state, path, query) }),
		organisaties: [written(organisation, view)],
	});
}

/** The document shows no answer: one field with the name of the path is the sandbox's choice. */
function answerLastChange(state: CorState, c: SandboxContext): Response {
	const { hal } = viewOf(state, c);
	return answer(c, {
		...links(hal, { self: href(state, '/laatsteWijziging', {}) }),
		laatsteWijziging: toDateTime(state.lastChange),
	});
}

function answer(c: SandboxContext, body: unknown, headers?: Record<string, string>): Response {
	return send(c.env, {
		status: 200,
		body: JSON.stringify(body),
		contentType: negotiate(c.env).mediaType,
		headers,
	});
}

function viewOf(state: CorState, c: SandboxContext): View {
	return {
		base: state.url,
		hal: negotiate(c.env).hal,
		expand: expandOf(c.env.entry.query),
		find: (oin) => state.find(oin),
	};
}

function href(state: CorState, path: string, query: Record<string, string>): string {
	const search = new URLSearchParams(query).toString();
	return `${state.url}${path}${search ? `?${search}` : ''}`;
}
