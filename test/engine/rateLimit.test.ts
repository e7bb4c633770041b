import '../quick/useFakeClock';

import { request } from 'undici';

import { resetClock, slept } from '../fakeClock';
import { PolledTrigger } from '../../tools/engine/PolledTrigger';
import { CONTINUE, sharedWorld } from '../../tools/engine/world';

/** Of the sandbox, and of the credential. */
const REQUESTS = 12;

const world = sharedWorld({
	corlega: {
		contacts: 400,
		quotes: 400,
		invoices: 1200,
		limit: { requests: REQUESTS, windowMs: 60_000 },
	},
});

beforeEach(() => resetClock());

/** A key of its own for each test, so that none waits for another's requests. */
const credentials = () => ({
	...world.credentials('corlega'),
	apiKey: world.sandbox.corlega.addKey(['*']),
	requestsPerMinute: REQUESTS,
});
const named = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ name: `${prefix} ${index}` }));
const CREATE = { name: '={{ $json.name }}' };
/** Polls a trigger that has half of a limit of 8 requests a minute. */
const pollAtHalf = async (events: string[]) => {
	const parameters = { events, options: { share: 50 } };
	await new PolledTrigger('corlega', parameters, {
		...credentials(),
		requestsPerMinute: 8,
	}).poll();
};
function mostInAMinute(): number {
	const times = world.sandbox.corlega.requests.map(({ at }) => at);
	const within = times.map((from) => times.filter((at) => at >= from && at < from + 59_000).length);
	return Math.max(...within);
}
const refusals = () => world.sandbox.corlega.requests.filter(({ status }) => status === 429).length;

test('two executions on the same key never meet it', async () => {
	const shared = credentials();
	const runs = await Promise.all(
		['A', 'B'].map(
			async (prefix) =>
				await world.run('corlega', 'contact.create', CREATE, {
					items: named(prefix, 20),
					credentials: shared,
				}),
		),
	);

	expect(runs.map(({ json }) => json.map(({ name }) => ({ name })))).toEqual([
		named('A', 20),
		named('B', 20),
	]);
	expect(refusals()).toBe(0);
	expect(world.sandbox.corlega.requests).toHaveLength(40);
});

test('beside a program that uses up half of it, every item is created once', async () => {
	const { url } = world.sandbox.corlega;
	const shared = credentials();
	const foreign: Array<Promise<unknown>> = [];
	let turns = 0;
	const headers = { Authorization: `Bearer ${shared.apiKey}` };
	resetClock((total) => {
		for (; turns < total / 20_000; turns++) {
			foreign.push(...[1, 2].map(async () => await request(`${url}/organization`, { headers })));
		}
	});
	const items = named('Naast', 40);
	const before = world.sandbox.corlega.contacts.size;
	const { error, json } = await world.run('corlega', 'contact.create', CREATE, {
		items,
		credentials: shared,
	});
	resetClock();
	await Promise.all(foreign);

	expect(error).toBeUndefined();
	expect(json.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
	expect(world.sandbox.corlega.contacts.size).toBe(before + 40);
});

test('cancelling ends the wait, and no request leaves afterwards', async () => {
	let cancel = () => {};
	resetClock((total) => total >= 1_000 && cancel());
	const run = world.run('corlega', 'contact.create', CREATE, {
		items: named('Weg', 30),
		settings: CONTINUE,
		credentials: credentials(),
		onStart: (started) => (cancel = () => started.cancel()),
	});
	await run.catch(() => undefined);
	await new Promise((resolve) => setImmediate(resolve));

	expect(slept()).toBe(1_000);
	expect(world.sandbox.corlega.requests).toHaveLength(REQUESTS);
});

test('a trigger uses no more than its share', async () => {
	await pollAtHalf(['invoiceCreated']);

	const { requests } = world.sandbox.corlega;
	const pages = requests.map(({ query }) => Number(query.page));
	// The whole list once, and again as far as there is time: a baseline is read twice.
	expect(pages.slice(0, 12)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
	expect(mostInAMinute()).toBe(4);
});

test('the lists of one trigger take turns at its share', async () => {
	await pollAtHalf(['contactUpdated', 'quoteUpdated', 'invoiceUpdated']);

	const { requests } = world.sandbox.corlega;
	const paths = requests.slice(0, 9).map(({ path }) => path);
	expect(paths).toEqual([1, 2, 3].flatMap(() => ['/contacts', '/invoices', '/quotes']));
	expect(mostInAMinute()).toBe(4);
});
