import '../quick/useFakeClock';

import type { IDataObject } from 'n8n-workflow';

import { byId, byName, CONTINUE, type NodeName, sharedWorld } from '../../tools/engine/world';
import { casesOf } from './operations/cases';
import { ajv, schemaOf } from './operations/tryOperation';

/** The option Usage. */

const world = sharedWorld({ corlega: { contacts: 250, limit: null } });

const CASES = casesOf(world);

/** A key of its own, of whose requests none are used. */
const credentials = (requestsPerMinute: number) => ({
	...world.credentials('corlega'),
	apiKey: world.sandbox.corlega.addKey(['*']),
	requestsPerMinute,
});

const ALL = { returnAll: true, options: { usage: true } };

const hintsOf = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message).filter((message) => message.startsWith('Usage'));

describe.each(Object.keys(CASES) as NodeName[])('%s', (node) => {
	test.each(Object.entries(CASES[node]))(
		'%s: the first output item has what the sandbox counted',
		async (operation, { parameters }) => {
			const given = parameters?.() ?? {};
			const options = { ...(given.options as IDataObject), usage: true };
			const run = await world.run(node, operation, { ...given, options });
			const [first, ...others] = run.json;

			expect(run.error).toBeUndefined();
			expect(first._usage).toMatchObject({
				requests: world.log(node).length,
				retried: 0,
				rateLimited: 0,
				waitedSeconds: 0,
			});
			expect(others.filter((json) => '_usage' in json)).toEqual([]);
			expect(hintsOf(run)).toHaveLength(1);
			const validate = ajv.compile(schemaOf(node, operation));
			expect([validate(first), validate.errors]).toEqual([true, null]);
		},
	);
});

test('without the option there is neither a field nor a hint', async () => {
	for (const options of [{}, { usage: false }, { usage: null }, { usage: '={{ "nee" }}' }]) {
		const run = await world.run('corlega', 'contact.getAll', { returnAll: true, options });

		expect(run.json.filter((json) => '_usage' in json)).toEqual([]);
		expect(run.hints).toEqual([]);
	}
});

test('what is left of the limit of the key', async () => {
	const key = { credentials: credentials(20) };
	const run = async () => (await world.run('corlega', 'contact.getAll', ALL, key)).json[0]._usage;

	expect(await run()).toMatchObject({ requests: 3, left: 17 });
	expect(await run()).toMatchObject({ requests: 3, left: 14 });
});

test('a run that waits for the limit', async () => {
	const run = await world.run(
		'corlega',
		'contact.update',
		{
			contactId: byId('={{ $json.id }}'),
			updateFields: { phone: '1' },
			options: { usage: true },
		},
		{
			items: world.sandbox.corlega.contacts.rows.slice(0, 15).map(({ id }) => ({ id })),
			credentials: credentials(10),
		},
	);
	const usage = run.json[0]._usage as IDataObject;

	expect(usage).toMatchObject({ requests: 15, retried: 0, rateLimited: 0 });
	expect(usage.left).toBeLessThanOrEqual(5);
	expect(usage.waitedSeconds).toBeGreaterThan(55);
	expect(usage.waitedSeconds).toBeLessThan(65);
	expect(hintsOf(run)).toEqual([
		`Usage: 15 requests to Corlega, ${String(usage.waitedSeconds)} s waited for the rate limit, ${String(usage.left)} requests left before the next wait.`,
	]);
});

test('requests that are refused for the rate limit', async () => {
	const { corlega } = world.sandbox;
	corlega.faults.push({ status: 429, headers: { 'Retry-After': '7' }, times: 2 });
	const run = await world.run('corlega', 'organization.get', ALL, {
		credentials: credentials(20),
	});
	const usage = run.json[0]._usage as IDataObject;

	expect(corlega.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
	expect(usage).toMatchObject({ requests: 3, retried: 1, rateLimited: 2, left: 19 });
	// The clock of the test jumps before the wait is measured.
	expect(usage.waitedSeconds).toBeGreaterThan(13.5);
	expect(usage.waitedSeconds).toBeLessThan(16);
	expect(hintsOf(run)).toEqual([
		`Usage: 3 requests to Corlega, 1 request retried, 2 requests refused for the rate limit, ${String(usage.waitedSeconds)} s waited for the rate limit, 19 requests left before the next wait.`,
	]);
});

test.each([
	['an answer 503', { status: 503 }],
	['a broken connection', { drop: 'midway' as const }],
	['no connection', { drop: 'before' as const }],
])('requests that are sent again after %s', async (_, fault) => {
	world.sandbox.cor.faults.push({ ...fault, times: 2 }, { ...fault, skip: 4 });
	const run = await world.run('cor', 'organisation.getAll', ALL);

	expect(run.error).toBeUndefined();
	expect(run.json[0]._usage).toEqual({
		requests: world.log('cor').length,
		retried: expect.any(Number),
		rateLimited: 0,
		waitedSeconds: 0,
	});
	const pages = Math.ceil(world.sandbox.cor.organisations.length / 30);
	expect(world.log('cor')).toHaveLength(pages + 3);
	expect((run.json[0]._usage as IDataObject).retried).toBeGreaterThanOrEqual(2);
});

test('redirects are requests too', async () => {
	const { corlega } = world.sandbox;
	const headers = { Location: `${corlega.url}/organization` };
	corlega.faults.push({ status: 302, headers });
	const run = await world.run('corlega', 'organization.get', ALL);

	expect(world.log('corlega')).toHaveLength(2);
	expect(run.json[0]._usage).toMatchObject({ requests: 2, retried: 0 });
});

test('items that share an answer share its request', async () => {
	const run = await world.run('corlega', 'organization.get', ALL, { items: [{}, {}, {}] });

	expect(run.json[0]._usage).toMatchObject({ requests: 1 });
	expect(run.json).toHaveLength(3);
});

test('one item that asks for it is enough', async () => {
	const options = { usage: '={{ $json.usage }}' };
	const items = [{ usage: false }, { usage: 'ja' }, { usage: null }];
	const run = await world.run('corlega', 'organization.get', { options }, { items });

	expect(run.json.map((json) => '_usage' in json)).toEqual([true, false, false]);
});

test('error items come without it, so that n8n knows them as errors', async () => {
	const [{ id }] = world.sandbox.corlega.contacts.rows;
	const run = await world.run(
		'corlega',
		'contact.get',
		{ contactId: byId('={{ $json.id }}'), options: { usage: true } },
		{ items: [{ id: 'NOT_THERE' }, { id }], settings: CONTINUE },
	);

	expect(Object.keys(run.json[0])).toEqual(['error', 'details']);
	expect(run.json[1]).toMatchObject({ id, _usage: { requests: 2 } });
});

test('without an output item, the hint says it', async () => {
	const failed = await world.run(
		'corlega',
		'contact.get',
		{ contactId: byId("={{ '' }}"), options: { usage: true } },
		{ settings: CONTINUE },
	);
	expect(hintsOf(failed)).toEqual(['Usage: 0 requests to Corlega.']);

	world.sandbox.inboxify.addList('Leeg');
	const parameters = { list: byName('Leeg'), ...ALL };
	const empty = await world.run('inboxify', 'contact.getAll', parameters);
	expect(empty.json).toEqual([]);
	expect(hintsOf(empty)).toEqual(['Usage: 1 request to Inboxify.']);
});

test('a bulk call of several items', async () => {
	const items = Array.from({ length: 1_500 }, (_, index) => ({
		email: `usage${index}@voorbeeld.nl`,
	}));
	const run = await world.run(
		'inboxify',
		'contact.bulkInsert',
		{ list: byName('Webshopklanten'), email: '={{ $json.email }}', options: { usage: true } },
		{ items },
	);

	expect(run.error).toBeUndefined();
	expect(run.json[0]).toMatchObject({ success: true, _usage: { requests: 2 } });
	expect(run.json.filter((json) => '_usage' in json)).toHaveLength(1);
});

test('a dry run counts what it reads', async () => {
	const run = await world.run('corlega', 'contact.create', {
		name: 'Nieuw',
		options: { dryRun: true, usage: true },
	});

	expect(run.json).toEqual([
		expect.objectContaining({ dryRun: true, _usage: expect.objectContaining({ requests: 0 }) }),
	]);
	expect(run.hints[0].message).toMatch(/^Dry run: nothing was changed/);
});

test('a value that is neither yes nor no is an error, and nothing is sent', async () => {
	const run = await world.run('corlega', 'organization.get', {
		options: { usage: '={{ "soms" }}' },
	});

	expect(run.error?.message).toContain('Usage must be');
	expect(world.log('corlega')).toEqual([]);
});
