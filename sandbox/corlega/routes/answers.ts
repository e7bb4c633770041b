import type { MiddlewareHandler } from 'hono';
import { send, type SandboxContext, type SandboxEnv } from '../../http/exchange';
import { wholeNumber } from '../../http/query';
import { Refusal } from '../../http/refusal';
import { grants, type ApiKeys } from '../state/keys';

const defaultPageSize = 25;
const maxPageSize = 100;

const codes: Record<number, string> = {
	400: 'invalid_request',
	401: 'unauthorized',
	403: 'insufficient_scope',
	404: 'not_found',
	409: 'duplicate_resource',
	422: 'invalid_state',
	429: 'rate_limited',
};

/** `{data: ...}`, with `meta` for a list. */
export function answer(
	c: SandboxContext,
	status: number,
	data: unknown,
	meta?: Record<string, unknown>,
): Response {
	return send(c.env, { status, body: JSON.stringify({ data, meta }) });
}

/**
 * The page of `rows` that the query asks for. The document says 25 a page and 100 at most; that
 * another page number or size gives 400, and a page past the end an empty one, is the sandbox's
 * choice.
 */
export function answerPage(c: SandboxContext, rows: readonly unknown[]): Response {
	const { query } = c.env.entry;
	const page = wholeNumber(query, 'page', { absent: 1, min: 1 });
	const pageSize = wholeNumber(query, 'pageSize', {
		absent: defaultPageSize,
		min: 1,
		max: maxPageSize,
	});
	const total = rows.length;
	const end = page * pageSize;
	const data = rows.slice(end - pageSize, end);
	return answer(c, 200, data, { page, pageSize, total, hasMore: end < total });
}

/** Refuses with 403 a key that lacks the scope. */
export function needs(keys: ApiKeys, scope: string): MiddlewareHandler<SandboxEnv> {
	return async (c, next) => {
		const scopes = keys.find(c.env.entry.headers.authorization)?.scopes ?? [];
		if (!grants(scopes, scope)) throw new Refusal(403, `Missing required scope: ${scope}.`);
		await next();
	};
}

/** The documented shape; the code follows from the status, but for `invalid_json`. */
export function corlegaError({ status, message, code }: Refusal): unknown {
	return { error: { code: code ?? codes[status] ?? 'internal_error', message } };
}
