import { byName, CONTINUE, type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test.each<NodeName>(['corlega', 'inboxify'])(
	'%s refuses plain http to another machine, once for each item',
	async (node) => {
		const { json } = await world.run(
			node,
			'contact.getAll',
			{ list: byName('x') },
			{
				credentials: { ...world.credentials(node), baseUrl: 'http://api.example.com' },
				items: [{}, {}],
				settings: CONTINUE,
			},
		);
		const errors = json.map(({ error }) => String(error));

		expect(errors).toHaveLength(2);
		expect(errors[0]).toMatch(
			/^The Base URL in the credential must start with https.* \[item 0\]$/,
		);
		expect(errors[1]).toBe(errors[0].replace('[item 0]', '[item 1]'));
	},
);
