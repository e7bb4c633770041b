import { gzipSync } from 'node:zlib';

import type { Fault } from '../../../sandbox';
import { type FaultKind, hitting } from './kind';

/** An unreadable answer, whether the request was processed or not. */
const unreadable = (name: string, variants: Fault[]): FaultKind =>
	hitting(name, ({ random }) => ({ processed: random.chance(60), ...random.pick(variants) }), {
		isExtra: true,
	});

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const gzip = { 'Content-Encoding': 'gzip' };
const packed = gzipSync(
	JSON.stringify({ data: { id: '01HE', name: 'Bouwbedrijf De Vries B.V.' } }),
);
const half = packed.subarray(0, packed.length * 0.7);

export const garbledKinds: FaultKind[] = [
	unreadable('broken gzip', [
		{ rawBody: Buffer.from('no gzip'), headers: gzip },
		{ rawBody: half, headers: gzip },
		{ rawBody: Buffer.from('no brotli'), headers: { 'Content-Encoding': 'br' } },
	]),
	unreadable('broken chunks', [
		{ rawAnswer: `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"dat\r\nno chunk\r\n` },
		{ rawAnswer: `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"dat\r\n` },
		{ rawAnswer: `${HEAD}Content-Length: 500\r\n\r\n{"data":` },
		{ rawAnswer: `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ` },
	]),
	unreadable('no HTTP', [
		{ rawAnswer: 'SSH-2.0-OpenSSH_9.2p1\r\n' },
		{ rawAnswer: Buffer.from([0x15, 3, 1, 0, 2, 2, 0x46]) },
		{ rawAnswer: 'HTTP/1.1 200 OK\r\nBroken\u0000Header\r\n\r\n' },
		{ rawAnswer: '' },
	]),
	unreadable('broken JSON', [
		{ rawBody: '{"data":{"id":"01HE", "name":' },
		{ rawBody: '[{"id":"01HE"},' },
		{ rawBody: 'Warning: mysql_connect()\n{"data":{"id":"01HE"}}' },
		{ rawBody: Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x22]) },
	]),
];
