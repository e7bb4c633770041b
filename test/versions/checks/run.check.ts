import { checkDateTime } from '../../../nodes/shared/input/date';
import { knowsDetails } from '../../../nodes/shared/http/n8nFeatures';
import { byId, CONTINUE, ERROR_OUTPUT, type WorldRunOptions } from '../../../tools/engine/world';
import { reachableWorld } from './reachableWorld';

const world = reachableWorld();

/** Gets the contact that each item names. */
const getContacts = async (options: WorldRunOptions) =>
	await world.run('corlega', 'contact.get', { contactId: byId('={{ $json.id }}') }, options);

describe('Hints, error items, dates', () => {
	test('a hint above the output', async () => {
		const run = await world.run('corlega', 'contact.getAll', { limit: 5 }, { items: [{}, {}] });

		expect(run.hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Returned 10 of .* Switch on Return All/),
		]);
	});

	test.each([
		['the regular output', CONTINUE, 0],
		['the error output', ERROR_OUTPUT, 1],
	])('an item that fails leaves by %s, and the others go on', async (_, settings, output) => {
		const [{ id }] = world.sandbox.corlega.contacts.rows;
		const items = [{ id }, { id: 'ANDERS' }, { id }];
		const { outputs, error } = await getContacts({ items, settings });

		expect(error).toBeUndefined();
		expect(outputs.flat()).toHaveLength(3);
		expect(JSON.stringify(outputs[output])).toMatch(/HTTP 404.*\[item 1\]/);
	});

	test.each([
		['the regular output', CONTINUE, 0, {}],
		['the error output', ERROR_OUTPUT, 1, { id: 'ANDERS' }],
	])(
		'an error item on %s has its details, and no node runs twice',
		async (_, settings, output, row) => {
			const run = async (retryOnFail: boolean) => {
				world.clear();
				const { outputs } = await getContacts({
					items: [{ id: 'ANDERS' }],
					settings: { ...settings, retryOnFail, maxTries: 3, waitBetweenTries: 0 },
				});
				expect(world.log('corlega')).toHaveLength(1);
				return outputs[output].map(({ json }) => json);
			};
			const error = expect.stringContaining('HTTP 404');

			const details = expect.objectContaining({ status: 404, attempts: 1, item: 0 });
			// Before 2.37 n8n takes no item with details for an error item.
			const isCut = output === 1 && !knowsDetails();
			expect(await run(false)).toEqual([
				{ ...row, error, ...(isCut ? { message: error } : { details }) },
			]);
			expect(await run(true)).toEqual([expect.objectContaining({ error })]);
		},
	);

	test('a create is sent again only where no connection was made', async () => {
		const create = async (options = {}) =>
			await world.run('corlega', 'contact.create', { name: 'x' }, options);
		world.sandbox.corlega.faults.push({ drop: 'after' });
		const broken = await create();

		expect(broken.error?.message).toMatch(/ECONNRESET\). It may have been created all the same/);
		expect(world.log('corlega')).toHaveLength(1);
		const credentials = { ...world.credentials('corlega'), baseUrl: 'http://127.0.0.1:1/v1' };
		const refused = await world.run(
			'corlega',
			'contact.create',
			{ name: 'x', options: { maxAttempts: 2 } },
			{ credentials },
		);
		expect(refused.error?.message).toMatch(/ECONNREFUSED.*\)$/);
		expect(refused.error?.description).toMatch(/^It was tried 2 times/);
	});

	test('a date and time without a zone is in that of n8n', () => {
		const time = checkDateTime('Since', '2026-11-01T20:00:00', 'America/New_York');

		expect(new Date(time).toISOString()).toBe('2026-11-02T01:00:00.000Z');
	});
});
