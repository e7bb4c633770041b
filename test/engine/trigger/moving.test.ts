import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { ModeTrigger } from './ModeTrigger';
import { type EventName, events, presences, type Scene, sceneOf } from './scenes';
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

/** What the trigger tells of what happens, once the list keeps still. */
async function expectTold(trigger: ModeTrigger, scene: Scene): Promise<void> {
	expect(await trigger.tick()).toEqual([]);
	const key = scene.happen();
	expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
	expect(await trigger.tick()).toEqual([]);
}

describe('while the first stock is taken', () => {
	test.each(events)('%s: a record goes, and nothing old is told later', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(scene);
		scene.fill(countOf(scene));
		beforePage(scene, 2, () => scene.leave());
		await trigger.activate();

		expect(world.sandbox[scene.service].onRequest).toBeUndefined();
		await expectTold(trigger, scene);
	});

	test.each(events)('%s: one goes and one comes, so that the total stays', async (event) => {
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

		// What came meanwhile may be told; nothing else has happened.
		for (const item of trigger.told) expect(scene.keyOf(item)).toBe(joined);
		await expectTold(trigger, scene);
	});
});

test.each(['contactCreated', 'quoteCreated', 'invoiceCreated'] as const)(
	'while the first stock is taken over several polls, %s: a record goes, and nothing old is told later',
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
		const told: string[] = [];
		for (let poll = 0; poll < 6; poll++) told.push(...(await trigger.poll()).map(scene.keyOf));
		expect(told).toEqual([key]);
	},
);

describe('while the list is read', () => {
	test.each(events)('%s: one goes and one comes, and nobody long known is told', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(scene);
		scene.fill(countOf(scene));
		await trigger.activate();
		const happened = [scene.happen()];
		let joined: string | undefined;
		// Two have gone before, so that the total differs and the whole list is read.
		scene.leave();
		scene.leave();
		beforePage(scene, 2, () => {
			scene.leave();
			joined = scene.join();
			happened.push(scene.happen());
		});
		for (let poll = 0; poll < 3; poll++) await trigger.tick();
		if (joined !== undefined) happened.push(joined);

		expect(trigger.told.map(scene.keyOf).sort()).toEqual(happened.sort());
		await expectTold(trigger, scene);
	});

	test.each(presences)('%s: who goes and comes back with the same id', async (event) => {
		const scene = sceneOf(world.sandbox, event);
		const trigger = triggerOf(scene);
		scene.fill(countOf(scene));
		await trigger.activate();
		const comeBack = scene.leave();
		expect(await trigger.tick()).toEqual([]);
		const key = comeBack();

		expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
		await expectTold(trigger, scene);
	});
});

test.each<EventName>([
	'contactCreated',
	'quoteStatusChanged',
	'contactAdded',
	'organisationChanged',
])('%s: what is kept does not grow over 200 polls in which records come and go', async (event) => {
	const scene = sceneOf(world.sandbox, event);
	const trigger = triggerOf(scene);
	scene.fill(40);
	await trigger.activate();
	const before = JSON.stringify(trigger.kept).length;
	for (let poll = 0; poll < 200; poll++) {
		scene.leave();
		scene.join();
		scene.happen();
		// Also while the list is read.
		if (poll % 5 === 0) beforePage(scene, 1, () => scene.leave());
		await trigger.tick();
		if (poll % 5 === 0) scene.join();
	}
	scene.fill(40);
	await trigger.tick();

	expect(JSON.stringify(trigger.kept).length).toBeLessThan(before + 200);
});
