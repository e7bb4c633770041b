import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { answer, type Answering } from './rawServer';

export interface Hostility {
	name: string;
	answering: Answering;
	expected: string[] | RegExp;
	/** 1 when absent. */
	most?: number;
	/** It reads much, which takes long on a busy machine. */
	isLong?: boolean;
	onConnection?: (socket: Socket) => void;
}

const ENTRIES = [{ id: 'a' }, { id: 'b' }];
const LIST = { data: ENTRIES, meta: { total: 2, hasMore: false } };
const IDS = ['a', 'b'];
const BROKEN = /^The connection to Corlega failed/;
const NO_LIST = /^Corlega returned an unexpected response instead of a list/;
const INCONSISTENT = /^Corlega returned an inconsistent list/;
const REDIRECT = /^Corlega redirects to .* which is not followed with a credential/;

const raw =
	(text: string | Buffer): Answering =>
	(socket) =>
		void socket.end(text);

const json = (body: unknown, options?: Parameters<typeof answer>[1]): Answering =>
	raw(answer(body, options));

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
const CLOSE = 'Connection: close';
const page = (body: unknown) => answer({ data: ENTRIES, meta: body });
const deep = `{"data":[{"id":"a","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;

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
	].map(([name, to]) => ({
		name: `a redirect ${name}`,
		answering: json('', { status: '302 Found', headers: { Location: to } }),
		expected: REDIRECT,
	}));

export const HOSTILITIES: Hostility[] = [
	{
		name: 'a redirect to itself',
		answering: (socket, { path }) =>
			void socket.end(answer('', { status: '302 Found', headers: { Location: path } })),
		expected: REDIRECT,
		most: 6,
	},
	{
		name: 'a redirect to a relative path',
		answering: (socket, _, number) =>
			void socket.end(
				number === 1
					? answer('', { status: '307 Temporary Redirect', headers: { Location: 'other?page=1' } })
					: answer(LIST),
			),
		expected: IDS,
		most: 2,
	},
	{
		name: 'a redirect to nowhere',
		answering: json('', { status: '301 Moved' }),
		expected: REDIRECT,
	},
	{
		name: 'a list that repeats itself without end',
		isLong: true,
		answering: raw(page({ hasMore: true })),
		expected: INCONSISTENT,
		most: 3,
	},
	{
		name: 'an empty page with more to come',
		answering: json({ data: [], meta: { hasMore: true } }),
		expected: INCONSISTENT,
		most: 2,
	},
	...([1e12, 1e300] as const).map((total) => ({
		name: `a total of ${total}`,
		answering: raw(page({ total, hasMore: true })),
		expected: INCONSISTENT,
		most: 3,
	})),
	...[-1, 'many', null, 1.5, [2], { n: 2 }].map((total) => ({
		name: `a total of ${JSON.stringify(total)}`,
		answering: raw(page({ total, hasMore: false })),
		expected: IDS,
	})),
	{
		name: 'a total beyond all numbers',
		answering: json('{"data":[{"id":"a"},{"id":"b"}],"meta":{"total":1e999,"hasMore":false}}'),
		expected: IDS,
	},
	{ name: 'a total of -1 and no word', answering: raw(page({ total: -1 })), expected: IDS },
	{
		name: 'an answer without end',
		isLong: true,
		answering: endless(`${OK}\r\n${JSON_TYPE}\r\n\r\n[`, Buffer.alloc(1 << 20, ' ')),
		expected: /larger than 50 MB/,
	},
	{
		name: 'a gzip bomb',
		isLong: true,
		answering: json(gzipSync(Buffer.alloc(200 << 20, ' ')), {
			headers: { 'Content-Encoding': 'gzip' },
		}),
		expected: /larger than 50 MB/,
	},
	{ name: 'JSON of 100,000 levels', isLong: true, answering: json(deep), expected: NO_LIST },
	{
		name: 'JSON with a prototype',
		answering: json(
			'{"__proto__":{"evil":1},"data":[{"id":"a","__proto__":{"evil":1}},{"id":"b"}]}',
		),
		expected: IDS,
	},
	{
		name: 'headers of 200 kB',
		isLong: true,
		answering: json(LIST, { headers: { 'X-Much': 'x'.repeat(200_000) } }),
		expected: BROKEN,
	},
	{
		name: '100 Continue before the answer',
		answering: (socket) =>
			void socket.end(`HTTP/1.1 100 Continue\r\n\r\n${answer(LIST).toString()}`),
		expected: IDS,
	},
	{
		name: '103 Early Hints before the answer',
		answering: (socket) =>
			void socket.end(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${answer(LIST).toString()}`),
		expected: IDS,
	},
	{
		name: '101 Switching Protocols',
		answering: head(['HTTP/1.1 101 Switching Protocols', 'Upgrade: x', 'Connection: Upgrade']),
		expected: BROKEN,
	},
	{ name: 'HTTP/1.0', answering: head(['HTTP/1.0 200 OK', JSON_TYPE], LIST_TEXT), expected: IDS },
	{
		name: 'a length that is too long',
		answering: json(LIST, { headers: { 'Content-Length': 9_999 } }),
		expected: BROKEN,
	},
	{
		name: 'a length that is too short',
		answering: json(LIST, { headers: { 'Content-Length': 9 } }),
		expected: NO_LIST,
	},
	{
		name: 'a negative length',
		answering: json(LIST, { headers: { 'Content-Length': -5 } }),
		expected: BROKEN,
	},
	{
		name: 'two lengths',
		answering: head([OK, JSON_TYPE, 'Content-Length: 5', 'Content-Length: 7', CLOSE], LIST_TEXT),
		expected: BROKEN,
	},
	{
		name: 'a length and chunks',
		answering: head(
			[OK, JSON_TYPE, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
			'0\r\n\r\n',
		),
		expected: BROKEN,
	},
	{
		name: 'chunks of garbage',
		answering: head([OK, JSON_TYPE, 'Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'),
		expected: BROKEN,
	},
	{
		name: 'chunks that end early',
		answering: head([OK, JSON_TYPE, 'Transfer-Encoding: chunked'], '5\r\n{"da'),
		expected: BROKEN,
	},
	{
		name: 'a head that trickles',
		answering: slowly('HTTP/1.1 200 OK\r\nX: ', 50),
		expected: BROKEN,
	},
	{
		name: 'a body that trickles',
		answering: (socket, ...rest) => {
			socket.write(`${OK}\r\n${JSON_TYPE}\r\n\r\n`);
			slowly(' ', 50)(socket, ...rest);
		},
		expected: BROKEN,
	},
	{ name: 'silence', answering: () => {}, expected: BROKEN },
	{
		name: 'a connection that is closed at once',
		answering: () => {},
		onConnection: (socket) => void socket.destroy(),
		expected: BROKEN,
	},
	{
		name: 'a connection that is closed after the request',
		answering: (socket) => void socket.destroy(),
		expected: BROKEN,
	},
	{
		name: 'headers that come twice',
		answering: head(
			[OK, JSON_TYPE, 'Content-Type: text/html', 'X-A: 1', 'X-A: 2', CLOSE],
			LIST_TEXT,
		),
		expected: IDS,
	},
	{
		name: 'something behind the answer',
		answering: raw(
			Buffer.concat([answer(LIST, { headers: { Connection: 'keep-alive' } }), answer([])]),
		),
		expected: IDS,
	},
	{
		name: '204 with a body',
		answering: json(LIST, { status: '204 No Content' }),
		expected: NO_LIST,
	},
	{ name: '205', answering: json('', { status: '205 Reset Content' }), expected: NO_LIST },
	{
		name: '418',
		answering: json({ error: { code: 'teapot', message: 'No.' } }, { status: "418 I'm a teapot" }),
		expected: /^Corlega: No\. \(HTTP 418, teapot\)/,
	},
	{ name: '999', answering: json(LIST, { status: '999 Denied' }), expected: /HTTP 999/ },
	{ name: '304', answering: json('', { status: '304 Not Modified' }), expected: REDIRECT },
	{ name: 'a status line of garbage', answering: raw('HELLO 200 OK\r\n\r\n'), expected: BROKEN },
	{ name: 'another protocol', answering: raw('SSH-2.0-OpenSSH_9\r\n'), expected: BROKEN },
	{ name: 'bytes of TLS', answering: raw(Buffer.from([21, 3, 1, 0, 2, 2, 70])), expected: BROKEN },
	{
		name: 'no gzip, though it says so',
		answering: json(LIST, { headers: { 'Content-Encoding': 'gzip' } }),
		expected: BROKEN,
	},
	{ name: 'a byte order mark', answering: json(`\ufeff${LIST_TEXT}`), expected: IDS },
	{ name: 'UTF-16', answering: json(Buffer.from(LIST_TEXT, 'utf16le')), expected: NO_LIST },
	{
		name: 'HTML',
		answering: json('<html>', { headers: { 'Content-Type': 'text/html' } }),
		expected: NO_LIST,
	},
	{
		name: 'a media type without end',
		isLong: true,
		answering: json('<html>', { headers: { 'Content-Type': 'x'.repeat(9_000) } }),
		expected: NO_LIST,
	},
	...['', 'null', '"list"', '12', 'true', '{', '[]', '{"data":{}}'].map((text) => ({
		name: `the answer ${JSON.stringify(text)}`,
		answering: json(text),
		expected: NO_LIST,
	})),
	{
		name: 'an error without end',
		isLong: true,
		answering: json({ error: { message: 'x'.repeat(9e6) } }, { status: '400 Bad Request' }),
		expected: /^Corlega: x{600}\.\.\. \(HTTP 400\)/,
	},
	{
		name: 'an error of another type',
		answering: json({ error: { message: [{ a: 1 }], code: {} } }, { status: '400 Bad Request' }),
		expected: /^Corlega: \[\{"a":1\}\]/,
	},
	{
		name: 'a pause of a day',
		answering: json('', { status: '429 Too Many', headers: { 'Retry-After': 86_400 } }),
		expected: /HTTP 429/,
	},
	{
		name: 'a pause beyond all numbers',
		answering: json('', { status: '503 Unavailable', headers: { 'Retry-After': '9'.repeat(400) } }),
		expected: /HTTP 503/,
	},
];
