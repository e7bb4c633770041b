import type { Refusal } from '../refusal';

const codes: Record<number, string> = {
	400: 'invalid_request',
	401: 'unauthorized',
	403: 'insufficient_scope',
	404: 'not_found',
	409: 'duplicate_resource',
	422: 'invalid_state',
	429: 'rate_limited',
};

/** The documented shape; the code follows from the status, but for `invalid_json`. */
export function corlegaError({ status, message, code }: Refusal): unknown {
	return { error: { code: code ?? codes[status] ?? 'internal_error', message } };
}
