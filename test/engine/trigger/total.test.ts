jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../../fakeClock').workflowWithFakeClock(),
);

import { type IDataObject, sleep } from 'n8n-workflow';

import type { CorlegaSettings } from '../../../sandbox/corlega/state';
import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { World } from '../../../tools/engine/world';
import type * as FakeClock from '../../fakeClock';
import { modes, ModeTrigger } from './ModeTrigger';

/** A Corlega Trigger for new records only: the total shows whether a list must be read. */

const MINUTE = 60_000;

let world: World;

async function start(settings: CorlegaSettings = {}): Promise<void> {
	world = await World.start({ corlega: { contacts: 250, limit: null, ...settings } });
}

afterEach(async () => await world.sandbox.close());

const triggerOf = (events = ['contactCreated'], options: IDataObject = {}, budget?: number) =>
	new PolledTrigger('corlega', { events, options }, world.credentials('corlega'), budget);

let created = 0;

function create(): string {
	const id = `01TOTAL${++created}`;
	world.sandbox.corlega.contacts.set(id, { id, name: 'Nieuw' });
	return id;
}

function remove(): void {
	const { contacts } = world.sandbox.corlega;
	contacts.delete(contacts.rows[0].id);
}

/** Polls once, a minute after the last poll. @returns what was reported, and how many requests it took */
async function pollAfter(trigger: PolledTrigger, milliseconds = MINUTE) {
	await sleep(milliseconds);
	world.sandbox.corlega.clearLog();
	const ids = (await trigger.poll()).map(({ id }) => id);
	return { ids, requests: world.sandbox.corlega.requests.length };
}

/** Polls every minute, one after another. */
async function pollMinutes(trigger: PolledTrigger, minutes: number) {
	const polls = [];
	for (let minute = 0; minute < minutes; minute++) polls.push(await pollAfter(trigger));
	return polls;
}

const sum = (polls: Array<{ requests: number }>): number =>
	polls.reduce((total, { requests }) => total + requests, 0);

test('12,000 contacts, polled every minute: 179 requests in an hour without changes', async () => {
	await start({ contacts: 12_000, limit: undefined });
	const trigger = triggerOf();
	const first = await pollAfter(trigger);
	expect(first).toEqual({ ids: [], requests: 120 });
	const hour = await pollMinutes(trigger, 60);

	expect(hour.flatMap(({ ids }) => ids)).toEqual([]);
	expect(sum(hour)).toBe(179);

	const id = create();
	expect(await pollAfter(trigger)).toEqual({ ids: [id], requests: 1 + 121 });
	expect(await pollAfter(trigger)).toEqual({ ids: [], requests: 1 });
});

test('a poll without changes asks for one record', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	await pollAfter(trigger);

	expect(world.sandbox.corlega.requests.map(({ query }) => query)).toEqual([
		{ page: '1', pageSize: '1' },
	]);
});

test.each([0, 1, 2, 100, 101])(
	'each of three additions to %i contacts is reported by the next poll',
	async (contacts) => {
		await start({ contacts });
		const trigger = triggerOf();
		await trigger.poll();
		for (let count = 0; count < 3; count++) {
			expect((await pollAfter(trigger)).ids).toEqual([]);
			const ids = [create(), create()];
			expect((await pollAfter(trigger)).ids).toEqual(ids);
		}
	},
);

test('an addition is reported by the next poll after a removal', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	remove();
	expect((await pollAfter(trigger)).ids).toEqual([]);
	expect(await pollAfter(trigger)).toEqual({ ids: [], requests: 1 });
	const id = create();

	expect((await pollAfter(trigger)).ids).toEqual([id]);
});

test('in a long list too, a record that leaves and comes back is reported', async () => {
	// More than 60 pages: a poll scans the list once only, and it takes two scans to see that one has left.
	await start({ contacts: 6_100 });
	const { contacts } = world.sandbox.corlega;
	const trigger = triggerOf();
	await trigger.poll();
	const [row] = contacts.rows;
	contacts.delete(row.id);
	expect(await pollMinutes(trigger, 3)).toEqual([
		{ ids: [], requests: 1 + 61 },
		{ ids: [], requests: 61 },
		{ ids: [], requests: 1 },
	]);
	contacts.set(row.id, row);

	expect((await pollAfter(trigger)).ids).toEqual([row.id]);
});

test.each([
	['by default after an hour', {}, 60],
	['after 5 minutes', { fullScanMinutes: 5 }, 5],
	['after 5 minutes, as text', { fullScanMinutes: ' 5 ' }, 5],
	['after an hour if the field is empty', { fullScanMinutes: null }, 60],
	['by the next poll', { fullScanMinutes: 0 }, 1],
])(
	'an addition and a removal that leave the total as it was are reported %s',
	async (_, options, minutes) => {
		await start();
		const trigger = triggerOf(['contactCreated'], options);
		await trigger.poll();
		remove();
		const id = create();
		const polls = await pollMinutes(trigger, minutes);

		expect(polls.slice(0, -1).flatMap(({ ids }) => ids)).toEqual([]);
		expect(polls.at(-1)?.ids).toEqual([id]);
	},
);

test('polls as far apart as the interval read all records each time, even if one is early', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	const polls = [
		await pollAfter(trigger, 60 * MINUTE),
		await pollAfter(trigger, 60 * MINUTE - 900),
	];

	expect(polls.map(({ requests }) => requests)).toEqual([3, 3]);
});

test('with an Updated event of the same list, each poll reads all records', async () => {
	await start();
	const trigger = triggerOf(['contactCreated', 'contactUpdated']);
	await trigger.poll();
	const [row] = world.sandbox.corlega.contacts.rows as unknown as IDataObject[];
	row.phone = '1';

	expect(await pollAfter(trigger)).toEqual({ ids: [row.id], requests: 3 });
	expect(await pollAfter(trigger)).toEqual({ ids: [], requests: 3 });
});

test('with events of other lists, only those lists are read', async () => {
	await start({ quotes: 150 });
	const trigger = triggerOf(['contactCreated', 'quoteUpdated']);
	await trigger.poll();
	await pollAfter(trigger);

	expect(world.log('corlega').sort()).toEqual(['GET /contacts', 'GET /quotes', 'GET /quotes']);
});

test('an Updated event that is added and taken out again: each poll reads all records meanwhile', async () => {
	await start();
	const [before, both, after] = [
		triggerOf(),
		triggerOf(['contactCreated', 'contactUpdated']),
		triggerOf(),
	];
	await before.poll();
	both.restore(before.state);
	const ids = [create()];
	expect(await pollAfter(both)).toEqual({ ids, requests: 6 });
	after.restore(both.state);

	expect(await pollAfter(after)).toEqual({ ids: [], requests: 3 });
	expect(await pollAfter(after)).toEqual({ ids: [], requests: 1 });
});

/** Lets Corlega answer with another total, or none. */
function answerWith(total: () => number | undefined): void {
	const { corlega } = world.sandbox;
	corlega.onRequest = ({ query: { page, pageSize } }) => {
		const [number, size] = [Number(page), Number(pageSize)];
		const data = corlega.contacts.rows.slice((number - 1) * size, number * size);
		const hasMore = number * size < corlega.contacts.size;
		corlega.faults.push({
			body: { data, meta: { page: number, pageSize: size, total: total(), hasMore } },
		});
	};
}

test('without a total in the answers, each poll reads all records', async () => {
	await start();
	answerWith(() => undefined);
	const trigger = triggerOf();
	await trigger.poll();
	const id = create();

	expect(await pollAfter(trigger)).toEqual({ ids: [id], requests: 3 });
	expect(await pollAfter(trigger)).toEqual({ ids: [], requests: 3 });
});

test('if the total is missing later, all records are read', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	answerWith(() => undefined);
	const id = create();

	expect((await pollAfter(trigger)).ids).toEqual([id]);
});

test('if the total changes back and forth, all records are read, and each new one is reported once', async () => {
	await start();
	const { contacts } = world.sandbox.corlega;
	const trigger = triggerOf();
	await trigger.poll();
	let answers = 0;
	answerWith(() => contacts.size - (answers++ % 2));
	const expected = [];
	const reported = [];
	for (let poll = 0; poll < 8; poll++) {
		if (poll % 2 === 0) expected.push(create());
		reported.push(...(await pollAfter(trigger)).ids);
	}

	expect(reported).toEqual(expected);
});

test('if the total never fits the records, each poll reads all of them', async () => {
	await start();
	answerWith(() => world.sandbox.corlega.contacts.size - 1);
	const trigger = triggerOf();
	await trigger.poll();
	const id = create();

	expect((await pollAfter(trigger)).ids).toEqual([id]);
	expect((await pollAfter(trigger)).requests).toBeGreaterThanOrEqual(3);
});

test('a scan that has begun goes on in the next poll, without another look at the total', async () => {
	await start({ contacts: 500 });
	// Time for one page after the total.
	const trigger = triggerOf(['contactCreated'], {}, 0);
	for (let poll = 0; poll < 12; poll++) await pollAfter(trigger);
	const id = create();
	const polls = await pollMinutes(trigger, 6);

	expect(polls.flatMap(({ ids }) => ids)).toEqual([id]);
	expect(polls.map(({ requests }) => requests)).toEqual([2, 1, 1, 1, 1, 1]);
	expect((await pollAfter(trigger)).requests).toBe(1);
});

test('a poll that fails after it saw another total: the next one reports the addition', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	const id = create();
	world.sandbox.corlega.faults.push({ skip: 2, status: 400 });
	await expect(trigger.poll()).rejects.toThrow();

	expect((await pollAfter(trigger)).ids).toEqual([id]);
});

test('a request for the total that fails fails the poll', async () => {
	await start();
	const trigger = triggerOf();
	await trigger.poll();
	world.sandbox.corlega.faults.push({ status: 401 });

	await expect(trigger.poll()).rejects.toThrow('401');
});

describe.each(modes)('%s', (mode) => {
	const activated = async () => {
		await start();
		const parameters = { events: ['contactCreated'] };
		const trigger = new ModeTrigger(mode, 'corlega', parameters, world.credentials('corlega'));
		await trigger.activate();
		return trigger;
	};
	const minutes = async (trigger: ModeTrigger, count: number) => {
		for (let minute = 0; minute < count; minute++) {
			await sleep(MINUTE);
			await trigger.tick();
		}
	};

	test('polls without changes start no execution, nor does reading all records', async () => {
		const trigger = await activated();
		await minutes(trigger, 61);

		expect([trigger.reported, trigger.empty]).toEqual([[], 0]);
	});

	test('what happened while n8n was down is reported, also if the total is the same', async () => {
		const trigger = await activated();
		await minutes(trigger, 3);
		const expected = [create()];
		await trigger.restart();
		await minutes(trigger, 2);
		remove();
		expected.push(create());
		await trigger.restart();
		await minutes(trigger, 61);

		expect(trigger.reported.map(({ id }) => id)).toEqual(expected);
	});
});

test.each([-1, 1441, 'often'])('Full Scan Interval can not be %p', async (fullScanMinutes) => {
	await start();

	await expect(triggerOf(['contactCreated'], { fullScanMinutes }).poll()).rejects.toThrow(
		'Full Scan Interval (Minutes) must be a number, 0 to 1440',
	);
	expect(world.log('corlega')).toEqual([]);
});
