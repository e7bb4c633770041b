import { judge } from '../../../nodes/shared/http/judgement';
import { backoff, readRetryAfter } from '../../../nodes/shared/http/retry';

const judgeStatus = (status: number) => judge({ answered: true, status, headers: {}, body: '' });

describe('retry', () => {
	test('an answer', () => {
		expect([429, 500, 501, 404, 400].map(judgeStatus)).toEqual([
			'unprocessed',
			'final',
			'final',
			'final',
			'final',
		]);
		for (const busy of [408, 502, 503, 504, 520, 521, 522, 523, 524]) {
			expect([busy, judgeStatus(busy)]).toEqual([busy, 'unknown']);
		}
	});

	test.each([
		['ECONNREFUSED', false, 'unprocessed'],
		['EAI_AGAIN', false, 'unprocessed'],
		['ETIMEDOUT', true, 'unprocessed'],
		['ETIMEDOUT', false, 'unknown'],
		['ECONNRESET', false, 'unknown'],
		['ENOTFOUND', false, 'final'],
		['CERT_HAS_EXPIRED', false, 'final'],
		['HPE_INVALID_CHUNK_SIZE', false, 'unknown'],
		['Z_DATA_ERROR', false, 'unknown'],
		[undefined, false, 'unknown'],
	])('a connection that ended with %s (while connecting: %s): %s', (code, connecting, judgement) =>
		expect(judge({ answered: false, code, message: '', whileConnecting: connecting })).toBe(
			judgement,
		),
	);

	test('Retry-After in seconds, as a date, or not to be read', () => {
		const now = Date.parse('2026-11-22T12:00:00Z');
		const read = (header: unknown) => readRetryAfter(header, undefined, now);
		expect(read('2')).toBe(2000);
		expect(read(' 0 ')).toBe(0);
		expect(read('Sun, 22 Nov 2026 12:00:30 GMT')).toBe(30_000);
		expect(read('Sunday, 22-Nov-26 12:00:30 GMT')).toBe(30_000);
		expect(read('Sun Nov 22 12:00:30 2026')).toBe(30_000);
		expect(read('Sun, 22 Nov 2026 11:00:00 GMT')).toBe(0);
		for (const header of [undefined, '', 'soon', '-1', 'soon 1', '1e99', '99999999999', '2026']) {
			expect(read(header)).toBe(header === '2026' ? 2_026_000 : undefined);
		}
	});

	test('Retry-After as a date is read against the date of its answer', () => {
		const until = 'Sun, 22 Nov 2026 12:00:30 GMT';
		expect(readRetryAfter(until, 'Sun, 22 Nov 2026 12:00:00 GMT')).toBe(30_000);
		expect(readRetryAfter(until, 'Sun Nov 22 12:00:10 2026')).toBe(20_000);
		const soon = new Date(Date.now() + 20_500).toUTCString();
		expect(readRetryAfter(soon, 'yesterday')).toBeGreaterThan(15_000);
	});

	test('back-off doubles up to 30 s, of which a random part is taken', () => {
		expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoff(attempt, 1))).toEqual([
			1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
		]);
		expect(backoff(1, 0)).toBe(500);
	});
});
