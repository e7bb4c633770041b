import { activated } from './activated';
import type { EventName } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

afterEach(() => {
	for (const service of ['corlega', 'inboxify', 'cor'] as const) {
		world.sandbox[service].latency = 0;
	}
});

/** Events whose list is read in one poll. */
const WHOLE = [
	'contactAdded',
	'contactBounced',
	'organisationAdded',
	'organisationChanged',
] as const;

describe.each(['default', 'cursors'] as const)('%s: a poll without enough time', (mode) => {
	test.each(WHOLE)(
		'%s: fails with a reason, stores and reports nothing, and the next poll finds everything',
		async (event) => {
			const { scene, trigger } = await activated(world, event, { mode, budget: 1_000 });
			const { service } = scene;
			await trigger.tick();
			const before = JSON.stringify(trigger.state);
			const key = scene.happen();
			world.sandbox[service].latency = 2_000;
			const [poll] = await Promise.allSettled([trigger.tick()]);

			expect(poll).toMatchObject({
				status: 'rejected',
				reason: {
					message: expect.stringMatching(
						/could not be read within the 1 s that n8n gives a poll\. Nothing is lost/,
					),
					description: expect.stringContaining('N8N_SCHEDULER_POLL_TIMEOUT'),
				},
			});
			expect(JSON.stringify(trigger.state)).toBe(before);
			world.sandbox[service].latency = 0;
			expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
		},
	);
});

describe.each<EventName>([
	'contactCreated',
	'quoteStatusChanged',
	'events of three lists of Corlega',
])('%s: a list that is too long for one poll is read on by the next', (event) => {
	test.each([
		['whose pages come in time', 450],
		['whose page does not come in time', 700],
	])('of a service %s', async (_, latency) => {
		const { scene, trigger } = await activated(world, event, {
			mode: 'cursors',
			budget: 2_000,
			count: 450,
		});
		await trigger.tick();
		world.clear();
		const key = scene.happen();
		world.sandbox.corlega.latency = latency;
		for (let poll = 0; poll < 10 && trigger.reported.length === 0; poll++) await trigger.tick();

		expect(trigger.reported.map(scene.keyOf)).toEqual([key]);
	});
});

test('several lists of which a poll has time for a page: each gets its turn', async () => {
	const { scene, trigger } = await activated(world, 'events of three lists of Corlega', {
		mode: 'cursors',
		budget: 1_000,
		count: 150,
	});
	await trigger.tick();
	const keys = [scene.happen(), scene.happen(), scene.happen(), scene.happen()];
	world.sandbox.corlega.latency = 700;
	for (let poll = 0; poll < 12 && trigger.reported.length < keys.length; poll++)
		await trigger.tick();

	expect(trigger.reported.map(scene.keyOf).sort()).toEqual(keys.sort());
});

test('a service that never answers ends the poll in time', async () => {
	const { trigger } = await activated(world, 'organisationAdded', {
		mode: 'cursors',
		budget: 1_000,
	});
	world.sandbox.cor.faults.push({ never: true });

	await expect(trigger.tick()).rejects.toThrow('could not be read within the 1 s');
});

test('a pause that the service asks for ends the poll in time', async () => {
	const { trigger } = await activated(world, 'contactAdded', { mode: 'cursors', budget: 1_500 });
	world.sandbox.inboxify.faults.push({ status: 429, headers: { 'Retry-After': '20' } });

	await expect(trigger.tick()).rejects.toThrow('could not be read within the 2 s');
});
