import { Hono } from 'hono';
import { send, type SandboxContext, type SandboxEnv } from '../exchange';
import { Refusal } from '../refusal';
import { toDateTime } from '../seed/organisations';
import { checkParametersOfOne, expandOf, filtersOf, pageOf } from './filters';
import { links, pageLinks, written, type View } from './hal';
import { halJson, negotiate } from './negotiation';
import type { CorService } from './service';

const pageSize = 30;

/** The list, one organisation, and the last change of the register. */
export function corRoutes(service: CorService): Hono<SandboxEnv> {
	return new Hono<SandboxEnv>()
		.get('/organisaties', (c) => answerList(service, c))
		.get('/organisaties/:oin', (c) => answerOne(service, c))
		.get('/laatsteWijziging', (c) => answerLastChange(service, c));
}

function answerList(service: CorService, c: SandboxContext): Response {
	const { query } = c.env.entry;
	const view = viewOf(service, c);
	const page = pageOf(query);
	const tests = filtersOf(query);

	const found = tests.length
		? service.organisations.filter((organisation) => tests.every((test) => test(organisation)))
		: service.organisations;
	const total = found.length;
	const pages = Math.ceil(total / pageSize);
	// Without results 404, by the document. Past the end is not documented: no results either.
	if (page > pages) throw new Refusal(404, 'No organisations were found.');

	const pageHref = (number: number) =>
		href(service, '/organisaties', { ...query, pagina: `${number}` });
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
	return answer(c, view.hal, body, service.totals ? headers : undefined);
}

function answerOne(service: CorService, c: SandboxContext): Response {
	const { query, path } = c.env.entry;
	checkParametersOfOne(query);
	const view = viewOf(service, c);
	const organisation = service.find(c.req.param('oin') ?? '');
	if (!organisation) throw new Refusal(404, 'The organisation was not found.');
	return answer(c, view.hal, {
		...links(view.hal, { self: href(service, path, query) }),
		organisaties: [written(organisation, view)],
	});
}

/** The document shows no answer: one field with the name of the path is the sandbox's choice. */
function answerLastChange(service: CorService, c: SandboxContext): Response {
	const { hal } = viewOf(service, c);
	return answer(c, hal, {
		...links(hal, { self: href(service, '/laatsteWijziging', {}) }),
		laatsteWijziging: toDateTime(service.lastChange),
	});
}

/** As HAL+JSON, and as plain JSON in the version without HAL. */
function answer(
	c: SandboxContext,
	hal: boolean,
	body: unknown,
	headers?: Record<string, string>,
): Response {
	return send(c.env, {
		status: 200,
		text: JSON.stringify(body),
		contentType: hal ? halJson : 'application/json',
		headers,
	});
}

function viewOf(service: CorService, c: SandboxContext): View {
	return {
		base: service.url,
		hal: negotiate(c.env) === '1.1',
		expand: expandOf(c.env.entry.query),
		find: (oin) => service.find(oin),
	};
}

function href(service: CorService, path: string, query: Record<string, string>): string {
	const search = new URLSearchParams(query).toString();
	return `${service.url}${path}${search ? `?${search}` : ''}`;
}
