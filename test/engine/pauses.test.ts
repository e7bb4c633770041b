import '../quick/useFakeClock';

import { resetClock, slept } from '../fakeClock';
import { PolledTrigger } from '../../tools/engine/PolledTrigger';
import { byName, type NodeName } from '../../tools/engine/world';
import { searchList } from './editor';
import { freshWorld } from './freshWorld';

/** A sandbox of its own for each test, as a limiter remembers the pause of a key. */
const world = freshWorld();

beforeEach(() => resetClock());

const PARAMETERS = { list: byName('Webshopklanten'), name: 'Bakkerij Jansen' };

/** What is tried in each node, and its search. */
const NODES: Array<[node: NodeName, operation: string, event: string, search: string]> = [
	['corlega', 'contact.create', 'contactCreated', 'searchContacts'],
	['inboxify', 'contact.getAll', 'contactAdded', 'searchLists'],
	['cor', 'organisation.getAll', 'organisationChanged', 'searchOrganisations'],
];

const UNTIL = /is rate limiting requests until \d+ \w+ \d+, \d\d:\d\d \(.+\)/;

describe.each(NODES)('%s, with a rate limit pause of a day', (node, operation, event, method) => {
	const run = async () => (await world.run(node, operation, PARAMETERS)).error;

	const poll = async () => {
		const parameters = { ...PARAMETERS, events: [event] };
		const trigger = new PolledTrigger(node, parameters, world.credentials(node));
		const [ended] = await Promise.allSettled([trigger.poll()]);
		return ended.status === 'rejected' ? (ended.reason as Error) : undefined;
	};

	const search = async () => {
		const [ended] = await Promise.allSettled([searchList(world.setup(node), method, 'x')]);
		return ended.status === 'rejected' ? (ended.reason as Error) : undefined;
	};

	const DOES = { run, poll, search };

	test.each(['run', 'poll', 'search'] as const)('fails a %s at once', async (what) => {
		world.sandbox[node].faults.push({ status: 429, headers: { 'Retry-After': '86400' } });
		const error = (await DOES[what]()) as { message: string; description?: string } | undefined;

		expect(`${error?.message} ${error?.description}`).toMatch(UNTIL);
		expect(error?.message).not.toContain('It may have been created');
		expect(world.log(node)).toHaveLength(1);
		expect(slept()).toBe(0);
	});

	test('fails a run, a poll and a search after that without a request', async () => {
		world.sandbox[node].faults.push({ status: 429, headers: { 'Retry-After': '86400' } });
		await run();
		world.clear();
		for (const each of [run, poll, search]) {
			const error = await each();
			expect(error?.message).toMatch(UNTIL);
			expect(error?.message).toContain('Nothing was sent.');
		}

		expect(world.log(node)).toEqual([]);
		expect(slept()).toBe(0);
	});
});
