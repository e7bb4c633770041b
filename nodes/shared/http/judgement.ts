import type { Attempt } from './transport';

/**
 * What a failed attempt says about the request:
 * - `unprocessed`: it was not carried out; any request can be retried
 * - `unknown`: it may have been carried out; retried only if twice is the same as once
 * - `final`: a retry would end the same way
 */
export type Judgement = 'unprocessed' | 'unknown' | 'final';

/**
 * What a failed connection means:
 * - `unreachable`: there was none
 * - `broken`: it ended early, or sent unreadable data
 * - `insecure`: no secure connection could be made
 * - `unsent`: it failed before anything was sent
 * - `other`: unknown; the request may have been sent
 */
export type ConnectionFault = 'unreachable' | 'broken' | 'insecure' | 'unsent' | 'other';

/**
 * Error codes of Node.js: of its sockets, HTTP parser (HPE_), unpacking (Z_), streams and TLS; of axios
 * (ERR_BAD_RESPONSE: an answer that was cut off); and of n8n (SSRF_). The first match counts.
 */
const CODES: Array<[pattern: RegExp, fault: ConnectionFault]> = [
	[/^(ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'unreachable'],
	[/^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|HPE_|Z_)/, 'broken'],
	[/^ERR_(BAD_RESPONSE|STREAM|HTTP2?_|SOCKET)/, 'broken'],
	[/^(EPROTO|ERR_(TLS|SSL|OSSL)|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_)/, 'insecure'],
	[/^(ENOTFOUND|SSRF_|ERR_INVALID_)/, 'unsent'],
];

/** OpenSSL's messages, without a code, for a certificate, a key or a PKCS#12 file that it can't use. */
const UNUSABLE_CERTIFICATE =
	/^(mac (verify failure|absent)|bad decrypt|unsupported( pkcs12 pfx data)?|not enough data|wrong tag|sequence length mismatch|.*too long|.*asn1.*|.*(key|md) too (small|weak))$/i;

/** Classifies a failed connection by its code, or its message if it has none. */
export function faultOf(code: string | undefined, message: string): ConnectionFault {
	if (code === undefined) return UNUSABLE_CERTIFICATE.test(message) ? 'unsent' : 'broken';
	return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}

/** Statuses of a gateway or of an overloaded server: they don't say whether it was processed. */
const BUSY = [408, 502, 503, 504, 520, 521, 522, 523, 524];

/** Judges a failed attempt; 429 is refused before it is processed. */
export function judge(result: Attempt): Judgement {
	if (result.answered) {
		if (result.status === 429) return 'unprocessed';
		return BUSY.includes(result.status) ? 'unknown' : 'final';
	}
	const fault = faultOf(result.code, result.message);
	if (fault === 'unreachable') return 'unprocessed';
	if (fault !== 'broken') return 'final';
	return result.whileConnecting ? 'unprocessed' : 'unknown';
}

/** Whether a failed request may have been carried out. A 500 doesn't say how far it got. */
export function mayBeDone(result: Attempt): boolean {
	const judgement = judge(result);
	if (judgement !== 'final') return judgement === 'unknown';
	if (result.answered) return result.status >= 500;
	return faultOf(result.code, result.message) === 'other';
}
