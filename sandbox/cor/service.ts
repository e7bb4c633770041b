import { Hono } from 'hono';
import {
	Refusal,
	send,
	type Exchange,
	type SandboxContext,
	type SandboxEnv,
} from '../http/exchange';
import type { Serving } from '../http/handler';
import { serve, type RunningService } from '../http/server';
import * as api from './routes';
import { CorState, type CorSettings, type Spelling } from './state';
import { makeCertificates } from './state/certificates';
import { toDateTime } from './state/organisation';

/** One of the two addresses of the register: that of the document, and today's. */
interface Door {
	base: string;
	url(): string;
	/** How its answers are spelt; the state's when absent. */
	spelling?: Spelling;
	/** Refuses a request that may not come in. */
	admit(c: SandboxContext): void;
}

const pageSize = 30;

/**
 * Starts COR over HTTPS, with the same seeded register every time: at the document's address with a
 * client certificate, and at today's with an API key.
 */
export async function startCor(settings: CorSettings): Promise<RunningService<CorState>> {
	const { port, requireCertificate = true, clientValidDays } = settings;
	const state = new CorState(settings, await makeCertificates(clientValidDays));
	const { ca, server } = state.certificates;
	const tls = { cert: server.certificate, key: server.privateKey, ca };
	const document: Door = { base: '/registers/api/v1', url: () => state.url, admit() {} };
	const today: Door = {
		base: '/api/v1',
		spelling: 'today',
		url: () => state.todayUrl,
		admit(c) {
			const { apikey } = c.env.entry.headers;
			if (state.requireApiKey && apikey !== state.apiKey) {
				throw new Refusal(401, 'No valid API key was sent.');
			}
		},
	};
	const second = await serve(state, serving(state, today), { tls });
	state.todayUrl = state.url;
	const client = { requestCert: requireCertificate, rejectUnauthorized: requireCertificate };
	const [first] = await Promise.allSettled([
		serve(state, serving(state, document), { port, tls: { ...tls, ...client } }),
	]);
	if (first.status === 'rejected') {
		await second.close();
		throw first.reason;
	}
	const close = async () => void (await Promise.all([first.value.close(), second.close()]));
	return { state, close };
}

const serving = (state: CorState, door: Door): Serving => ({
	bases: [door.base],
	routes: routesOf(state, door),
	// The shape of an error is not documented: the sandbox's choice.
	errorBody: ({ status, message }: Refusal) => ({ status, message }),
	contentType: api.halJson,
	arrive(exchange: Exchange) {
		const asked = exchange.entry.headers['accept-version'];
		exchange.addedHeaders = { 'X-API-Version': asked === '1.0' ? '1.0' : '1.1' };
	},
});

function routesOf(state: CorState, door: Door): Hono<SandboxEnv> {
	const routes = new Hono<SandboxEnv>()
		.get('/organisaties', (c) => answerList(state, door, c))
		.get('/organisaties/:oin', (c) => answerOne(state, door, c))
		.get('/laatsteWijziging', (c) => answerLastChange(state, door, c));
	const all = new Hono<SandboxEnv>();
	// Key, method and headers come first, whatever the path.
	all.use(async (c, next) => {
		door.admit(c);
		api.negotiate(c.env);
		await next();
	});
	return all.route(door.base, routes);
}

function answerList(state: CorState, door: Door, c: SandboxContext): Response {
	const { query } = c.env.entry;
	const view = viewOf(state, door, c);
	const page = api.pageOf(query);
	const tests = api.filtersOf(query);
	const found = tests.length
		? state.organisations.filter((organisation) => tests.every((test) => test(organisation)))
		: state.organisations;
	const pages = Math.ceil(found.length / pageSize);
	// 404 for no results, by the document. A page past the end is not documented.
	if (page > pages) throw new Refusal(404, 'No organisations were found.');

	const pageHref = (number: number) =>
		href(door, '/organisaties', { ...query, pagina: `${number}` });
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

function answerOne(state: CorState, door: Door, c: SandboxContext): Response {
	const { query, path } = c.env.entry;
	api.checkParametersOfOne(query);
	const view = viewOf(state, door, c);
	const organisation = state.find(c.req.param('oin') ?? '');
	if (!organisation) throw new Refusal(404, 'The organisation was not found.');
	return answer(c, {
		...api.links(view.hal, { self: href(door, path, query) }),
		organisaties: [api.written(organisation, view)],
	});
}

/** The document shows no answer: one field with the name of the path is the sandbox's choice. */
function answerLastChange(state: CorState, door: Door, c: SandboxContext): Response {
	const { hal } = viewOf(state, door, c);
	return answer(c, {
		...api.links(hal, { self: href(door, '/laatsteWijziging', {}) }),
		laatsteWijziging: toDateTime(state.lastChange),
	});
}

function answer(c: SandboxContext, body: unknown, headers?: Record<string, string>): Response {
	const contentType = api.negotiate(c.env).mediaType;
	return send(c.env, { status: 200, body: JSON.stringify(body), contentType, headers });
}

const viewOf = (state: CorState, door: Door, c: SandboxContext): api.View => ({
	base: door.url(),
	hal: api.negotiate(c.env).hal,
	spelling: door.spelling ?? state.spelling,
	expand: api.expandOf(c.env.entry.query),
	find: (oin) => state.find(oin),
});

function href({ url }: Door, path: string, query: Record<string, string>): string {
	const search = new URLSearchParams(query).toString();
	return `${url()}${path}${search ? `?${search}` : ''}`;
}
