jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../fakeClock').workflowWithFakeClock(),
);

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type * as FakeClock from '../fakeClock';
import { resetClock, slept } from '../fakeClock';
import { loadOptionsContext } from '../../tools/engine/contexts';
import { PolledTrigger } from '../../tools/engine/PolledTrigger';
import { nodeTypes } from '../../tools/engine/types';
import { byName, type NodeName, World } from '../../tools/engine/world';

/** A sandbox of its own for each test, as a limiter remembers the pause of a key. */
let world: World;

beforeEach(async () => {
	world = await World.start();
	resetClock();
});

afterEach(async () => await world.sandbox.close());

const LIST = { list: byName('Webshopklanten') };

/** What is tried in each node, and its search. */
const NODES: Array<[node: NodeName, operation: string, event: string, search: string]> = [
	['corlega', 'contact.getAll', 'contactCreated', 'searchContacts'],
	['inboxify', 'contact.getAll', 'contactAdded', 'searchLists'],
	['cor', 'organisation.getAll', 'organisationChanged', 'searchOrganisations'],
];

type Search = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

const UNTIL = /is rate limiting requests until \d+ \w+ \d+, \d\d:\d\d \(.+\)/;

describe.each(NODES)('%s, with a rate limit pause of a day', (node, operation, event, name) => {
	const run = async () => (await world.run(node, operation, LIST)).error;

	const poll = async () => {
		const trigger = new PolledTrigger(node, { ...LIST, events: [event] }, world.credentials(node));
		const [ended] = await Promise.allSettled([trigger.poll()]);
		return ended.status === 'rejected' ? (ended.reason as Error) : undefined;
	};

	const search = async () => {
		const find = nodeTypes[node].methods!.listSearch![name] as Search;
		const context = loadOptionsContext(world.setup(node));
		const [ended] = await Promise.allSettled([find.call(context, 'x')]);
		return ended.status === 'rejected' ? (ended.reason as Error) : undefined;
	};

	const DOES = { run, poll, search };

	test.each(['run', 'poll', 'search'] as const)('fails a %s at once', async (what) => {
		world.sandbox[node].faults.push({ status: 429, headers: { 'Retry-After': '86400' } });
		const error = (await DOES[what]()) as { message: string; description?: string } | undefined;

		expect(`${error?.message} ${error?.description}`).toMatch(UNTIL);
		expect(world.log(node)).toHaveLength(1);
		expect(slept()).toBe(0);
	});

	test('fails a run, a poll and a search after that without a request', async () => {
		world.sandbox[node].faults.push({ status: 429, headers: { 'Retry-After': '86400' } });
		await run();
		world.clear();
		for (const each of [run, poll, search]) expect((await each())?.message).toMatch(UNTIL);

		expect(world.log(node)).toEqual([]);
		expect(slept()).toBe(0);
	});
});
