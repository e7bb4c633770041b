import { Hono } from 'hono';
import {
	Refusal,
	send,
	type Exchange,
	type SandboxContext,
	type SandboxEnv,
} from '../http/exchange';
import { serve, type RunningService } from '../http/server';
import * as api from './routes';
import { CorState, type CorSettings } from './state';
import { makeCertificates } from './state/certificates';
import { toDateTime } from './state/organisation';

const base = '/registers/api/v1';
const pageSize = 30;

/** Starts COR over HTTPS, with the same seeded register every time. */
export async function startCor(settings: CorSettings): Promise<RunningService<CorState>> {
	const { port, requireCertificate = true, clientValidDays } = settings;
	const state = new CorState(settings, await makeCertificates(clientValidDays));
	const { ca, server } = state.certificates;
	const serving = {
		bases: [base],
		routes: routesOf(state),
		// The shape of an error is not documented: the sandbox's choice.
		errorBody: ({ status, message }: Refusal) => ({ status, message }),
		contentType: api.halJson,
		arrive(exchange: Exchange) {
			const asked = exchange.entry.headers['accept-version'];
			exchange.addedHeaders = { 'X-API-Version': asked === '1.0' ? '1.0' : '1.1' };
		},
	};
	const tls = {
		cert: server.certificate,
		key: server.privateKey,
		ca,
		requestCert: requireCertificate,
		rejectUnauthorized: requireCertificate,
	};
	return await serve(state, serving, { port, tls });
}

function routesOf(state: CorState): Hono<SandboxEnv> {
	const routes = new Hono<SandboxEnv>()
		.get('/organisaties', (c) => answerList(state, c))
		.get('/organisaties/:oin', (c) => answerOne(state, c))
		.get('/laatsteWijziging', (c) => answerLastChange(state, c));
	const all = new Hono<SandboxEnv>();
	// Method and headers come first, whatever the path.
	all.use(async (c, next) => {
		api.negotiate(c.env);
		await next();
	});
	return all.route(base, routes);
}

function answerList(state: CorState, c: SandboxContext): Response {
	const { query } = c.env.entry;
	const view = viewOf(state, c);
	const page = api.pageOf(query);
	const tests = api.filtersOf(query);
	const found = tests.length
		? state.organisations.filter((organisation) => tests.every((test) => test(organisation)))
		: state.organisations;
	const pages = Math.ceil(found.length / pageSize);
	// 404 for no results, by the document. A page past the end is not documented.
	if (page > pages) throw new Refusal(404, 'No organisations were found.');

	const pageHref = (number: number) =>
		href(state, '/organisaties', { ...query, pagina: `${number}` });
	const body = {
		...api.pageLinks(view.hal, page, pages, pageHref),
		organisaties: found
			.slice((page - 1) * pageSize, page * pageSize)
			.map((organisation) => api.written(organisation, view)),
	};
	const headers = {
		'X-Total-Count': `${found.length}`,
		'X-Pagination-Count': `${pages}`,
		'X-Pagination-Page': `${page}`,
		'X-Pagination-Limit': `${pageSize}`,
	};
	return answer(c, body, state.totals ? headers : undefined);
}

function answerOne(state: CorState, c: SandboxContext): Response {
	const { query, path } = c.env.entry;
	api.checkParametersOfOne(query);
	const view = viewOf(state, c);
	const organisation = state.find(c.req.param('oin') ?? '');
	if (!organisation) throw new Refusal(404, 'The organisation was not found.');
	return answer(c, {
		...api.links(view.hal, { self: href(state, path, query) }),
		organisaties: [api.written(organisation, view)],
	});
}

/** The document shows no answer: one field with the name of the path is the sandbox's choice. */
function answerLastChange(state: CorState, c: SandboxContext): Response {
	const { hal } = viewOf(state, c);
	return answer(c, {
		...api.links(hal, { self: href(state, '/laatsteWijziging', {}) }),
		laatsteWijziging: toDateTime(state.lastChange),
	});
}

function answer(c: SandboxContext, body: unknown, headers?: Record<string, string>): Response {
	const contentType = api.negotiate(c.env).mediaType;
	return send(c.env, { status: 200, body: JSON.stringify(body), contentType, headers });
}

const viewOf = (state: CorState, c: SandboxContext): api.View => ({
	base: state.url,
	hal: api.negotiate(c.env).hal,
	spelling: state.spelling,
	expand: api.expandOf(c.env.entry.query),
	find: (oin) => state.find(oin),
});

function href(state: CorState, path: string, query: Record<string, string>): string {
	const search = new URLSearchParams(query).toString();
	return `${state.url}${path}${search ? `?${search}` : ''}`;
}
