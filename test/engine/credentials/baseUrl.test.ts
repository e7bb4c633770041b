import type { IDataObject } from 'n8n-workflow';
import { byName, CONTINUE, type NodeName, sharedWorld } from '../../../tools/engine/world';
import { testCredential } from './testCredential';

const world = sharedWorld({ corlega: { limit: null } });

describe("a credential that can't work", () => {
	const plain = { baseUrl: 'http://api.example.com' };

	test.each<[NodeName, string, IDataObject]>([
		['corlega', 'contact.getAll', {}],
		['inboxify', 'contact.getAll', { list: byName('x') }],
	])('%s refuses plain http to another machine', async (node, operation, parameters) => {
		const credentials = { ...world.credentials(node), ...plain };
		const { error } = await world.run(node, operation, parameters, { credentials });

		expect(error?.message).toMatch(/^The Base URL in the credential must start with https/);
	});

	test('is the error of every item, once for each', async () => {
		const credentials = { ...world.credentials('corlega'), ...plain };
		const { json } = await world.run(
			'corlega',
			'contact.getAll',
			{},
			{
				credentials,
				items: [{}, {}],
				settings: CONTINUE,
			},
		);

		expect(json).toHaveLength(2);
		const [first, second] = json.map(({ error }) => String(error));
		expect(first).toMatch(/ \[item 0\]$/);
		expect(second).toBe(first.replace('[item 0]', '[item 1]'));
	});

	test('a URL with a password or a query is refused', async () => {
		for (const baseUrl of ['https://a:b@api.corlega.com/v1', 'https://api.corlega.com/v1?x=1']) {
			const tested = await testCredential('corlegaApi', { apiKey: 'x', baseUrl });
			expect(tested.message).toMatch(/holds more than an address/);
		}
	});
});
