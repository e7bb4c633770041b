import { redactor } from '../../../nodes/shared/http/redact';
import { DEFAULT_RETRY_LIMITS } from '../../../nodes/shared/http/retry';
import { send } from '../../../nodes/shared/http/send';
import { serve } from '../connection';

describe('send', () => {
	const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
	const once = { ...DEFAULT_RETRY_LIMITS, attempts: 1, budget: 0 };

	test('leaves empty query values out, and sends an empty object', async () => {
		const { connection, sent } = serve([{}]);
		await send(
			connection,
			{ method: 'PUT', path: ['a'], query: { b: undefined, c: '', d: 0 }, body: {} },
			once,
		);

		expect(sent[0]).toMatchObject({ url: 'https://x.nl/a', qs: { d: 0 }, body: '{}' });
	});

	test('reports an error from before the connection, without a retry', async () => {
		const blocked = Object.assign(new Error('The address is not allowed'), {
			code: 'SSRF_BLOCKED',
		});
		const { connection, sent } = serve([blocked]);
		const request = { method: 'GET', path: ['a'] } as const;

		await expect(
			send(connection, { ...request, path: ['a'] }, DEFAULT_RETRY_LIMITS),
		).rejects.toMatchObject({
			failure: {
				message: 'The connection to Test failed (The address is not allowed, SSRF_BLOCKED)',
				attempts: 1,
			},
		});
		expect(sent).toHaveLength(1);
	});

	test('redacts secrets in the reason of a failed connection', async () => {
		const { connection } = serve([new Error('refused for key sleutel123')]);
		const redact = redactor(['sleutel123']);
		const sending = send({ ...connection, redact }, { method: 'GET', path: ['a'] }, once);

		await expect(sending).rejects.toMatchObject({
			failure: { message: 'The connection to Test failed (refused for key *****)' },
		});
	});

	test('a request that can be repeated has no uncertain end', async () => {
		const { connection } = serve([broken]);

		await expect(send(connection, { method: 'PATCH', path: ['a'] }, once)).rejects.toMatchObject({
			failure: { uncertain: false, code: 'ECONNRESET' },
		});
	});

	test.each([
		'HPE_INVALID_CHUNK_SIZE',
		'Z_DATA_ERROR',
		'ERR_TOO_LARGE',
		'ESOMETHING_NEW',
		undefined,
	])(
		'a create whose connection ended with %s may have been carried out, and is not retried',
		async (code) => {
			const ended = Object.assign(new Error('ended'), { code });
			const { connection, sent } = serve([ended]);
			const request = { method: 'POST' as const, path: ['a'] };

			await expect(send(connection, request, DEFAULT_RETRY_LIMITS)).rejects.toMatchObject({
				failure: { uncertain: true },
			});
			expect(sent).toHaveLength(1);
		},
	);

	test.each(['ENOTFOUND', 'CERT_HAS_EXPIRED', 'SSRF_BLOCKED'])(
		'a create that ended with %s was never sent',
		async (code) => {
			const { connection } = serve([Object.assign(new Error('ended'), { code })]);

			await expect(
				send(connection, { method: 'POST', path: ['a'] }, DEFAULT_RETRY_LIMITS),
			).rejects.toMatchObject({ failure: { uncertain: false } });
		},
	);
});
