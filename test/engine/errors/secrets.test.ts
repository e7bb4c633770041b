import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test('a key that the service repeats is blotted out', async () => {
	const { apiKey } = world.credentials('corlega');
	world.sandbox.corlega.faults.push({
		status: 400,
		body: { error: { code: 'invalid_request', message: `Bad header: Bearer ${String(apiKey)}` } },
	});
	const result = await world.run('corlega', 'organization.get');

	expect(result.error?.message).toContain('Bad header: Bearer *****');
	expect(JSON.stringify(result.run.data.resultData)).not.toContain(apiKey);
});

test.each(['drop', 'refused'])(
	'no key is in the error of a broken connection (%s)',
	async (kind) => {
		const credentials = world.credentials('inboxify');
		if (kind === 'drop') world.sandbox.inboxify.faults.push({ drop: 'before', times: 5 });
		else credentials.baseUrl = 'http://127.0.0.1:9';
		const result = await world.run(
			'inboxify',
			'contact.create',
			{ list: byName('x'), email: 'a@b.nl', options: { maxAttempts: 1 } },
			{ credentials: { ...credentials, authentication: 'basic' }, settings: CONTINUE },
		);

		expect(result.json[0].error).toMatch(/^The connection to Inboxify failed/);
		const text = JSON.stringify(result.run.data.resultData);
		expect(text).not.toContain(credentials.secretKey);
		expect(text).not.toContain(
			Buffer.from(`${credentials.apiKey}:${credentials.secretKey}`).toString('base64'),
		);
	},
);
