import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { answer, type Answering } from './rawServer';

export interface Traits {
	/** Connections and requests at most; 1 when absent. */
	most?: number;
	/** It reads much, which takes long on a busy machine. */
	isLong?: boolean;
	onConnection?: (socket: Socket) => void;
}

/** An answer, and the ids that it gives or the error. */
export type Hostility = [
	name: string,
	answering: Answering,
	expected: string[] | RegExp,
	traits?: Traits,
];

const ENTRIES = [{ id: 'a' }, { id: 'b' }];
const LIST = { data: ENTRIES, meta: { total: 2, hasMore: false } };
const IDS = ['a', 'b'];
const BROKEN = /^The connection to Corlega failed/;
const NO_LIST = /^Corlega returned an unexpected response instead of a list/;
const INCONSISTENT = /^Corlega returned an inconsistent list/;
const REDIRECT = /^Corlega redirects to .* which is not followed with a credential/;
const LONG = { isLong: true };

const raw =
	(text: string | Buffer): Answering =>
	(socket) =>
		void socket.end(text);

const json = (body: unknown, options?: Parameters<typeof answer>[1]): Answering =>
	raw(answer(body, options));

const withStatus = (status: string, body: unknown = ''): Answering => json(body, { status });

const withHeader = (name: string, value: string | number, body: unknown = LIST): Answering =>
	json(body, { headers: { [name]: value } });

const page = (meta: unknown): Answering => json({ data: ENTRIES, meta });

const head = (lines: string[], body = ''): Answering => raw(`${lines.join('\r\n')}\r\n\r\n${body}`);

const endless =
	(start: string, chunk: Buffer): Answering =>
	(socket) => {
		socket.write(start);
		const more = () => {
			while (!socket.destroyed && socket.write(chunk));
		};
		socket.on('drain', more);
		more();
	};

const slowly =
	(text: string, milliseconds: number): Answering =>
	(socket) => {
		let at = 0;
		const timer = setInterval(() => socket.write(text[at++ % text.length]), milliseconds);
		socket.on('close', () => clearInterval(timer));
	};

const LIST_TEXT = JSON.stringify(LIST);
const OK = 'HTTP/1.1 200 OK';
const JSON_TYPE = 'Content-Type: application/json';
const CHUNKED = 'Transfer-Encoding: chunked';
const CLOSE = 'Connection: close';
const DEEP = `{"data":[{"id":"a","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;

const redirect = (to: string | undefined, status = '302 Found'): Buffer =>
	answer('', { status, headers: to === undefined ? {} : { Location: to } });

/** Redirects; `elsewhere` is a server that must not be called. */
export const redirects = (elsewhere: string): Hostility[] =>
	[
		['to another port', `${elsewhere}/v1/contacts`],
		['to another scheme', 'https://127.0.0.1/v1/contacts'],
		['to a file', 'file:///etc/passwd'],
		['to FTP', 'ftp://127.0.0.1/'],
		['without a scheme', `${elsewhere.replace('http:', '')}/v1/contacts`],
		['with a user before the host', `http://127.0.0.1@${elsewhere.replace('http://', '')}/`],
		['to data', 'data:application/json,[]'],
		['to what is no address', 'http://['],
		['to very much', `https://x.nl/${'a'.repeat(9_000)}`],
	].map(([name, to]) => [`a redirect ${name}`, raw(redirect(to)), REDIRECT]);

const REDIRECTS: Hostility[] = [
	[
		'a redirect to itself',
		(socket, { path }) => void socket.end(redirect(path)),
		REDIRECT,
		{ most: 6 },
	],
	[
		'a redirect to a relative path',
		(socket, _, number) => {
			const moved = redirect('other?page=1', '307 Temporary Redirect');
			socket.end(number === 1 ? moved : answer(LIST));
		},
		IDS,
		{ most: 2 },
	],
	['a redirect to nowhere', raw(redirect(undefined, '301 Moved')), REDIRECT],
];

const LISTS: Hostility[] = [
	[
		'a list that repeats itself without end',
		page({ hasMore: true }),
		INCONSISTENT,
		{ most: 3, isLong: true },
	],
	[
		'an empty page with more to come',
		json({ data: [], meta: { hasMore: true } }),
		INCONSISTENT,
		{ most: 2 },
	],
	...[1e12, 1e300].map(
		(total): Hostility => [
			`a total of ${total}`,
			page({ total, hasMore: true }),
			INCONSISTENT,
			{ most: 3 },
		],
	),
	...[-1, 'many', null, 1.5, [2], { n: 2 }].map(
		(total): Hostility => [
			`a total of ${JSON.stringify(total)}`,
			page({ total, hasMore: false }),
			IDS,
		],
	),
	[
		'a total beyond all numbers',
		json('{"data":[{"id":"a"},{"id":"b"}],"meta":{"total":1e999,"hasMore":false}}'),
		IDS,
	],
	['a total of -1 and no word', page({ total: -1 }), IDS],
];

const SIZES: Hostility[] = [
	[
		'an answer without end',
		endless(`${OK}\r\n${JSON_TYPE}\r\n\r\n[`, Buffer.alloc(1 << 20, ' ')),
		/larger than 50 MB/,
		LONG,
	],
	[
		'a gzip bomb',
		withHeader('Content-Encoding', 'gzip', gzipSync(Buffer.alloc(200 << 20, ' '))),
		/larger than 50 MB/,
		LONG,
	],
	['JSON of 100,000 levels', json(DEEP), NO_LIST, LONG],
	['headers of 200 kB', withHeader('X-Much', 'x'.repeat(200_000)), BROKEN, LONG],
	[
		'a media type without end',
		withHeader('Content-Type', 'x'.repeat(9_000), '<html>'),
		NO_LIST,
		LONG,
	],
	[
		'an error without end',
		withStatus('400 Bad Request', { error: { message: 'x'.repeat(9e6) } }),
		/^Corlega: x{600}\.\.\. \(HTTP 400\)/,
		LONG,
	],
];

const HTTP: Hostility[] = [
	[
		'100 Continue before the answer',
		raw(`HTTP/1.1 100 Continue\r\n\r\n${answer(LIST).toString()}`),
		IDS,
	],
	[
		'103 Early Hints before the answer',
		raw(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${answer(LIST).toString()}`),
		IDS,
	],
	[
		'101 Switching Protocols',
		head(['HTTP/1.1 101 Switching Protocols', 'Upgrade: x', 'Connection: Upgrade']),
		BROKEN,
	],
	['HTTP/1.0', head(['HTTP/1.0 200 OK', JSON_TYPE], LIST_TEXT), IDS],
	['a length that is too long', withHeader('Content-Length', 9_999), BROKEN],
	['a length that is too short', withHeader('Content-Length', 9), NO_LIST],
	['a negative length', withHeader('Content-Length', -5), BROKEN],
	[
		'two lengths',
		head([OK, JSON_TYPE, 'Content-Length: 5', 'Content-Length: 7', CLOSE], LIST_TEXT),
		BROKEN,
	],
	['a length and chunks', head([OK, JSON_TYPE, 'Content-Length: 5', CHUNKED], '0\r\n\r\n'), BROKEN],
	['chunks of garbage', head([OK, JSON_TYPE, CHUNKED], 'zz\r\n{}\r\n0\r\n\r\n'), BROKEN],
	['chunks that end early', head([OK, JSON_TYPE, CHUNKED], '5\r\n{"da'), BROKEN],
	['a head that trickles', slowly('HTTP/1.1 200 OK\r\nX: ', 50), BROKEN],
	[
		'a body that trickles',
		(socket, ...rest) => {
			socket.write(`${OK}\r\n${JSON_TYPE}\r\n\r\n`);
			slowly(' ', 50)(socket, ...rest);
		},
		BROKEN,
	],
	['silence', () => {}, BROKEN],
	[
		'a connection that is closed at once',
		() => {},
		BROKEN,
		{ onConnection: (socket) => void socket.destroy() },
	],
	['a connection that is closed after the request', (socket) => void socket.destroy(), BROKEN],
	[
		'headers that come twice',
		head([OK, JSON_TYPE, 'Content-Type: text/html', 'X-A: 1', 'X-A: 2', CLOSE], LIST_TEXT),
		IDS,
	],
	[
		'something behind the answer',
		raw(Buffer.concat([answer(LIST, { headers: { Connection: 'keep-alive' } }), answer([])])),
		IDS,
	],
	['204 with a body', withStatus('204 No Content', LIST), NO_LIST],
	['205', withStatus('205 Reset Content'), NO_LIST],
	[
		'418',
		withStatus("418 I'm a teapot", { error: { code: 'teapot', message: 'No.' } }),
		/^Corlega: No\. \(HTTP 418, teapot\)/,
	],
	['999', withStatus('999 Denied', LIST), /HTTP 999/],
	['304', withStatus('304 Not Modified'), REDIRECT],
	['a status line of garbage', raw('HELLO 200 OK\r\n\r\n'), BROKEN],
	['another protocol', raw('SSH-2.0-OpenSSH_9\r\n'), BROKEN],
	['bytes of TLS', raw(Buffer.from([21, 3, 1, 0, 2, 2, 70])), BROKEN],
	['no gzip, though it says so', withHeader('Content-Encoding', 'gzip'), BROKEN],
	[
		'an error of another type',
		withStatus('400 Bad Request', { error: { message: [{ a: 1 }], code: {} } }),
		/^Corlega: \[\{"a":1\}\]/,
	],
	[
		'a pause of a day',
		json('', { status: '429 Too Many', headers: { 'Retry-After': 86_400 } }),
		/HTTP 429/,
	],
	[
		'a pause beyond all numbers',
		json('', { status: '503 Unavailable', headers: { 'Retry-After': '9'.repeat(400) } }),
		/HTTP 503/,
	],
];

const BODIES: Hostility[] = [
	[
		'JSON with a prototype',
		json('{"__proto__":{"evil":1},"data":[{"id":"a","__proto__":{"evil":1}},{"id":"b"}]}'),
		IDS,
	],
	['a byte order mark', json(`\ufeff${LIST_TEXT}`), IDS],
	['UTF-16', json(Buffer.from(LIST_TEXT, 'utf16le')), NO_LIST],
	['HTML', withHeader('Content-Type', 'text/html', '<html>'), NO_LIST],
	...['', 'null', '"list"', '12', 'true', '{', '[]', '{"data":{}}'].map(
		(text): Hostility => [`the answer ${JSON.stringify(text)}`, json(text), NO_LIST],
	),
];

export const HOSTILITIES = [...REDIRECTS, ...LISTS, ...SIZES, ...HTTP, ...BODIES];
