import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { ModeTrigger } from './ModeTrigger';
import { type EventName, events, type Scene, sceneOf } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

afterEach(() => {
	for (const service of ['corlega', 'inboxify', 'cor'] as const) {
		world.sandbox[service].onRequest = undefined;
	}
});

const triggerOf = ({ service, parameters }: Scene) =>
	new ModeTrigger('default', service, parameters, world.credentials(service));

/** Does something once, before a page of the list is given. */
function beforePage(scene: Scene, page: number, work: () => void): void {
	const state = world.sandbox[scene.service];
	state.onRequest = ({ path, query }) => {
		if (scene.pageOf(path, query) !== page) return;
		state.onRequest = undefined;
		work();
	};
}

/** A list of two pages and a half. */
const countOf = ({ pageSize }: Scene): number => Math.ceil(pageSize * 2.5);

/** Expects that a change is reported once the list no longer moves. */
async function expectReported(trigger: ModeTrigger, scene: Scene): Promise<void> {
	expect(await trigger.tick()).toEqual([]);
	const key = scene.happen();
	expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
	expect(await trigger.tick()).toEqual([]);
}

describe('during the baseline', () => {
	test.each(events)('%s: a record leaves, and nothing old is reported later', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(scene);
		scene.fill(countOf(scene));
		beforePage(scene, 2, () => scene.leave());
		await trigger.activate();

		expect(world.sandbox[scene.service].onRequest).toBeUndefined();
		await expectReported(trigger, scene);
	});

	test.each(events)(
		'%s: one leaves and one joins, so that the total stays the same',
		async (event) => {
			const scene = sceneOf(world.sandbox, event);
			const trigger = triggerOf(scene);
			scene.fill(countOf(scene));
			let joined: string | undefined;
			beforePage(scene, 2, () => {
				scene.leave();
				joined = scene.join();
			});
			await trigger.activate();
			await trigger.tick();

			// What joined meanwhile may be reported; nothing else has happened.
			for (const item of trigger.reported) expect(scene.keyOf(item)).toBe(joined);
			await expectReported(trigger, scene);
		},
	);
});

test.each(['contactCreated', 'quoteCreated', 'invoiceCreated'] as const)(
	'%s: a record leaves during a baseline over several polls, and nothing old is reported later',
	async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const { service, parameters } = scene;
		// A page in each poll.
		const trigger = new PolledTrigger(service, parameters, world.credentials(service), 0);
		scene.fill(countOf(scene));
		expect(await trigger.poll()).toEqual([]);
		scene.leave();
		for (let poll = 0; poll < 12; poll++) expect(await trigger.poll()).toEqual([]);

		const key = scene.happen();
		const reported: string[] = [];
		for (let poll = 0; poll < 6; poll++) reported.push(...(await trigger.poll()).map(scene.keyOf));
		expect(reported).toEqual([key]);
	},
);

/** Those of single events: `test/unit/trigger`. */
const several = events.filter((event) => event.includes(' '));

test.each(several)(
	"during a scan for %s, one leaves and one joins, and known records aren't reported",
	async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(scene);
		scene.fill(countOf(scene));
		await trigger.activate();
		const happened = [scene.happen()];
		let joined: string | undefined;
		// Two have left before, so that the total differs and the whole list is read.
		scene.leave();
		scene.leave();
		beforePage(scene, 2, () => {
			scene.leave();
			joined = scene.join();
			happened.push(scene.happen());
		});
		for (let poll = 0; poll < 3; poll++) await trigger.tick();
		if (joined !== undefined) happened.push(joined);

		expect(trigger.reported.map(scene.keyOf).sort()).toEqual(happened.sort());
		await expectReported(trigger, scene);
	},
);

test.each<EventName>([
	'contactCreated',
	'quoteStatusChanged',
	'contactAdded',
	'organisationChanged',
])("%s: the state doesn't grow over 200 polls in which records join and leave", async (event) => {
	const scene = sceneOf(world.sandbox, event);
	const trigger = triggerOf(scene);
	scene.fill(40);
	await trigger.activate();
	const before = JSON.stringify(trigger.state).length;
	for (let poll = 0; poll < 200; poll++) {
		scene.leave();
		scene.join();
		scene.happen();
		// Also during the scan.
		if (poll % 5 === 0) beforePage(scene, 1, () => scene.leave());
		await trigger.tick();
		if (poll % 5 === 0) scene.join();
	}
	scene.fill(40);
	await trigger.tick();

	expect(JSON.stringify(trigger.state).length).toBeLessThan(before + 200);
});
