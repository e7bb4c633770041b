import type { IncomingMessage } from 'node:http';

/** One request as a service received it. */
export interface LoggedRequest {
	method: string;
	/** The path below the service's base, percent-decoded: `/contacts/Leden & donateurs`. */
	path: string;
	/** The whole path as it was sent, without the query: `/v1/contacts`. */
	rawPath: string;
	/** Decoded; the last value of a parameter that was sent twice. */
	query: Record<string, string>;
	/** Header names in lower case. */
	headers: Record<string, string>;
	/** Parsed JSON, or text when it is no JSON. */
	body: unknown;
	/** Null while there is no answer, and for a dropped request. */
	status: number | null;
	/** When it arrived, in milliseconds since 1970. */
	at: number;
	/** The API key, valid or not; only Corlega and Inboxify have one. */
	key?: string;
}

const noQuery: Record<string, string> = Object.freeze({});

/** The log entry of a request, still without its body and status. */
export function logEntry(incoming: IncomingMessage, bases: readonly string[]): LoggedRequest {
	const target = incoming.url ?? '/';
	const mark = target.indexOf('?');
	const rawPath = mark === -1 ? target : target.slice(0, mark);
	return {
		method: incoming.method ?? 'GET',
		path: decoded(below(rawPath, bases)),
		rawPath,
		query: mark === -1 ? noQuery : Object.fromEntries(new URLSearchParams(target.slice(mark + 1))),
		// Only `set-cookie` is ever a list in Node's headers, and requests do not carry it.
		headers: incoming.headers as Record<string, string>,
		body: undefined,
		status: null,
		at: Date.now(),
	};
}

function below(path: string, bases: readonly string[]): string {
	for (const base of bases) {
		if (path.startsWith(base) && (path.length === base.length || path[base.length] === '/')) {
			return path.slice(base.length) || '/';
		}
	}
	return path;
}

function decoded(path: string): string {
	if (!path.includes('%')) return path;
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
