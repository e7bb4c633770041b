import {
	backoff,
	judgeConnection,
	judgeStatus,
	readRetryAfter,
} from '../../../nodes/shared/http/retry';

describe('retry', () => {
	test('an answer', () => {
		expect([429, 502, 503, 504, 500, 404, 408].map(judgeStatus)).toEqual([
			'unprocessed',
			'unknown',
			'unknown',
			'unknown',
			'final',
			'final',
			'final',
		]);
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
		expect(judgeConnection(code, connecting)).toBe(judgement),
	);

	test('Retry-After in seconds, as a date, or not to be read', () => {
		const now = Date.parse('2026-11-22T12:00:00Z');
		expect(readRetryAfter('2', now)).toBe(2000);
		expect(readRetryAfter(' 0 ', now)).toBe(0);
		expect(readRetryAfter('Sun, 22 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
		expect(readRetryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(0);
		for (const header of [undefined, '', 'soon', '-1', 'soon 1', '1e99', '99999999999', '2026']) {
			expect(readRetryAfter(header, now)).toBe(header === '2026' ? 2_026_000 : undefined);
		}
	});

	test('back-off doubles up to 30 s, of which a random part is taken', () => {
		expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoff(attempt, 1))).toEqual([
			1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
		]);
		expect(backoff(1, 0)).toBe(500);
	});
});
