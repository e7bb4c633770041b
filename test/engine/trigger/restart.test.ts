import { activated } from './activated';
import { type Mode, type ModeOptions, modes } from './ModeTrigger';
import { type EventName, events } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

async function polled(mode: Mode, event: EventName, options?: ModeOptions) {
	const { scene, trigger } = await activated(world, event, { mode, ...options });
	await trigger.tick();
	return { scene, trigger };
}

describe.each(modes)('%s: n8n is killed between two polls', (mode) => {
	test.each(events)(
		"%s: quiet polls start no execution, and what was reported isn't reported again",
		async (event) => {
			const { scene, trigger } = await polled(mode, event);
			for (let poll = 0; poll < 3; poll++) await trigger.tick();
			expect(trigger.empty).toBe(0);

			const expected = [scene.happen(), scene.happen()];
			await trigger.tick();
			expected.push(scene.happen());
			await trigger.restart();
			await trigger.tick();
			expect(trigger.reported.map(scene.keyOf).sort()).toEqual(expected.sort());
		},
	);

	test.each(events)("%s: what was seen without being reported isn't forgotten", async (event) => {
		const { scene, trigger } = await polled(mode, event);
		const follow = scene.prepare();
		expect(await trigger.tick()).toEqual([]);
		const key = follow();
		await trigger.restart();
		await trigger.tick();
		await trigger.tick();

		expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
	});

	test.each(['quoteStatusChanged', 'contactAdded', 'organisationChanged'] as const)(
		'%s: with Always Output Data, no execution starts without a change',
		async (event) => {
			const { scene, trigger } = await polled(mode, event, {
				settings: { alwaysOutputData: true },
			});
			const follow = scene.prepare();
			await trigger.tick();
			const key = follow();
			await trigger.tick();

			expect(trigger.empty).toBe(0);
			expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
		},
	);
});

test.each(events)(
	'cursors: %s starts no execution without a change once a quiet poll was stored',
	async (event) => {
		const { scene, trigger } = await polled('cursors', event);
		for (let poll = 0; poll < 3; poll++) {
			if (poll === 0) scene.prepare()();
			await trigger.tick();
		}
		const before = trigger.empty;
		for (let round = 0; round < 3; round++) {
			const follow = scene.prepare();
			await trigger.tick();
			follow();
			await trigger.tick();
		}

		expect(before).toBeLessThanOrEqual(1);
		expect(trigger.empty).toBe(before);
		expect(trigger.reported).toHaveLength(3);
	},
);

describe.each(['cursors', 'scheduler'] as const)(
	'%s: each poll has its own copy of the static data',
	(mode) => {
		test.each(events)('%s: late polls report a change once', async (event) => {
			const { scene, trigger } = await polled(mode, event);
			const expected = [scene.happen()];
			await trigger.tickLate(3);
			expected.push(scene.happen());
			await trigger.tickLate(3);
			await trigger.tick();

			expect(trigger.reported.map(scene.keyOf).sort()).toEqual(expected.sort());
		});
	},
);

test.each(events)("cursors: %s is reported once if n8n couldn't store the poll", async (event) => {
	const real = performance.now.bind(performance);
	const { scene, trigger } = await polled('cursors', event);
	const key = scene.happen();
	expect(await trigger.tick(false)).toEqual([]);
	// n8n is given half a minute to store it.
	expect(await trigger.tick()).toEqual([]);
	jest.spyOn(performance, 'now').mockImplementation(() => real() + 60_000);
	await trigger.tick();
	await trigger.tick();
	jest.restoreAllMocks();

	expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
});
