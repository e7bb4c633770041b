import { activated } from './activated';
import { ModeTrigger } from './ModeTrigger';
import { sceneOf } from './scenes';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

afterEach(() => {
	for (const service of ['inboxify', 'cor'] as const) {
		world.sandbox[service].onRequest = undefined;
	}
});

describe('Inboxify: contacts added', () => {
	test('after one was removed, polls go back to one request', async () => {
		const { scene, trigger } = await activated(world, 'contactAdded', { count: 2_500 });
		scene.leave();
		await trigger.tick();
		world.clear();
		for (let poll = 0; poll < 5; poll++) {
			const key = scene.happen();
			expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
		}

		expect(world.log('inboxify')).toHaveLength(5);
	});

	test('more than a page, and one more between the pages: each once', async () => {
		const { scene, trigger } = await activated(world, 'contactAdded', { count: 20 });
		const keys = Array.from({ length: 1_500 }, () => scene.happen());
		world.sandbox.inboxify.onRequest = ({ path, query }) => {
			if (scene.pageOf(path, query) !== 2) return;
			world.sandbox.inboxify.onRequest = undefined;
			keys.push(scene.happen());
		};
		await trigger.tick();
		expect(world.sandbox.inboxify.onRequest).toBeUndefined();
		await trigger.tick();
		await trigger.tick();

		expect(trigger.reported.map(scene.keyOf).sort()).toEqual(keys.sort());
	});

	test("one that joins after the first page is found if the list isn't newest first", async () => {
		const { scene, trigger } = await activated(world, 'contactAdded', { count: 2_500 });
		const list = world.sandbox.inboxify.lists.get(
			(scene.parameters.list as { value: string }).value,
		)!;
		// The list comes backwards: what stands first in it comes last.
		const rows = [...list.contacts.rows];
		list.contacts.clear();
		const key = scene.happen();
		for (const row of rows) list.contacts.set(row.email, row);

		expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
	});
});

describe('COR: changes with the same date and time', () => {
	test('one that is made after the poll is reported by the next', async () => {
		const { scene, trigger } = await activated(world, 'organisationChanged');
		const first = scene.happen();
		expect((await trigger.tick()).map(scene.keyOf)).toEqual([first]);
		const { lastChange } = world.sandbox.cor;
		const second = scene.happen();
		world.sandbox.cor.lastChange = lastChange;

		expect((await trigger.tick()).map(scene.keyOf)).toEqual([second]);
	});

	test.each(['organisationAdded', 'organisationChanged', 'organisationWithdrawn'] as const)(
		'%s: one that is made during a scan is reported by the next poll',
		async (event) => {
			const { scene, trigger } = await activated(world, event, { count: 100 });
			const keys = [scene.happen()];
			const { cor } = world.sandbox;
			const { lastChange } = cor;
			cor.onRequest = ({ path, query }) => {
				if (scene.pageOf(path, query) !== 4) return;
				cor.onRequest = undefined;
				// On a page that has been read.
				if (event === 'organisationAdded') {
					scene.happen();
					cor.organisations.unshift(cor.organisations.pop()!);
				} else {
					const row = cor.organisations[3];
					if (event === 'organisationChanged') row.naam = 'Ondertussen';
					else row.status = 'Ingetrokken';
				}
				const row = cor.organisations[event === 'organisationAdded' ? 0 : 3];
				keys.push(scene.keyOf({ ...row, event }));
				cor.lastChange = lastChange;
			};
			await trigger.tick();
			expect(cor.onRequest).toBeUndefined();
			await trigger.tick();
			await trigger.tick();

			expect(trigger.reported.map(scene.keyOf).sort()).toEqual(keys.sort());
		},
	);

	test('one that is made just after the baseline is reported', async () => {
		const scene = sceneOf(world.sandbox, 'organisationChanged');
		const { service, parameters } = scene;
		const trigger = new ModeTrigger('default', service, parameters, world.credentials(service));
		scene.fill(40);
		const lastChange = new Date(Date.now() - 30_000);
		world.sandbox.cor.lastChange = lastChange;
		await trigger.activate();
		const key = scene.happen();
		world.sandbox.cor.lastChange = lastChange;

		expect((await trigger.tick()).map(scene.keyOf)).toEqual([key]);
	});
});
