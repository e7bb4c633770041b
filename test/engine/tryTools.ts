import { callTool } from '../../tools/engine/callTool';
import { byId, type NodeName, type World } from '../../tools/engine/world';

const FILLED_IN = "={{ $fromAI('limit', 'how many', 'number') }}";

/** Tests of the nodes as tools of an AI Agent, in a world. */
export function tryTools(world: World): void {
	test.each<[NodeName, object]>([
		['corlega', { resource: 'contact' }],
		[
			'inboxify',
			{ resource: 'contact', list: { __rl: true, mode: 'name', value: 'Webshopklanten' } },
		],
		['cor', { resource: 'organisation' }],
	])('an agent calls %s with what a model gives, and gets the items', async (node, parameters) => {
		const setup = {
			...world.setup(node),
			parameters: { ...parameters, operation: 'getAll', limit: FILLED_IN },
		};

		expect(JSON.parse(String(await callTool(setup, { limit: 3 })))).toHaveLength(3);
	});

	test('a tool with hints returns its items all the same', async () => {
		world.sandbox.corlega.faults.push({ drop: 'before' });
		const setup = {
			...world.setup('corlega'),
			parameters: { resource: 'organization', operation: 'get' },
		};

		expect(JSON.parse(String(await callTool(setup, {})))).toEqual([expect.any(Object)]);
		expect(world.log('corlega')).toHaveLength(2);
	});

	test("a tool's error says what to do", async () => {
		const setup = {
			...world.setup('corlega'),
			parameters: { resource: 'contact', operation: 'get', contactId: byId('ANDERS') },
		};

		await expect(callTool(setup, {})).rejects.toThrow(/HTTP 404.*Check the identifier/s);
	});
}
