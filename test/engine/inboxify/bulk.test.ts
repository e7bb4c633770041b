import type { IDataObject } from 'n8n-workflow';

import { resources } from '../../../nodes/Inboxify/actions';
import type { BulkOperation } from '../../../nodes/shared/node/operation';
import { byName } from '../../../tools/engine/world';
import { columns, done, inboxifyRoom, NEW, successes } from './room';

const { world, service, contacts, known, run } = inboxifyRoom();

/** Runs an operation whose first request is slow. @returns per item whether it was done */
async function runSlowly(operation: string, parameters: IDataObject, items: IDataObject[]) {
	service().faults.push({ delay: 100 });
	const { json } = await run(operation, parameters, items);
	return successes(json);
}

describe('one address goes out in its order', () => {
	const items = ['Webshopklanten', 'WEBSHOPKLANTEN'].map((name) => ({ list: name, email: NEW }));

	test('where its list is spelled in two ways', async () => {
		const parameters = { list: byName('={{ $json.list }}') };

		expect(await runSlowly('contact.bulkInsert', parameters, items)).toEqual([true, false]);
		expect(await runSlowly('contact.bulkDelete', parameters, items)).toEqual([true, false]);
		expect(world.log('inboxify')).toEqual(
			['insert', 'delete'].flatMap((action) =>
				items.map((item) => `POST /contacts/${item.list}/bulk-${action}`),
			),
		);
	});

	test('where its requests have other options', async () => {
		const parameters = {
			additionalFields: columns('city'),
			options: columns('overwrite'),
		};
		const rows = [
			{ email: NEW, city: 'Assen', overwrite: false },
			{ email: NEW.toUpperCase(), city: 'Sneek', overwrite: true },
		];

		expect(await runSlowly('contact.bulkInsert', parameters, rows)).toEqual([true, true]);
		expect(contacts().get(NEW)?.city).toBe('Sneek');
	});
});

test('what has nothing to do with an address that comes twice goes side by side all the same', async () => {
	const items = ['a', 'b', 'c', 'a'].map((name) => ({ email: `${name}@voorbeeld.nl` }));
	let arrived = 0;
	let open = () => {};
	const three = new Promise<void>((resolve) => (open = resolve));
	// Each of the first three is answered only when all three are there.
	service().onRequest = async () => {
		if (++arrived === 3) open();
		await three;
	};
	await run('contact.bulkInsert', { options: { batchSize: 1 } }, items);

	expect(service().requests).toHaveLength(4);
});

test('two messages about one address say nothing of the others', async () => {
	service().faults.push({
		body: [
			{ email: 'a@voorbeeld.nl', message: 'te lang' },
			{ email: 'a@voorbeeld.nl', message: 'onbekende plaats' },
		],
	});
	const items = ['a', 'b'].map((name) => ({ email: `${name}@voorbeeld.nl` }));
	const { json } = await run('contact.bulkInsert', {}, items);

	expect(json).toEqual([
		{ email: 'a@voorbeeld.nl', success: false, reason: 'te lang; onbekende plaats' },
		done('b@voorbeeld.nl'),
	]);
});

test('a reason that repeats the secret key is shown without it', async () => {
	const { secretKey } = service();
	service().faults.push({ body: [{ email: NEW, message: `Geen toegang met ${secretKey}` }] });
	const { json } = await run('contact.bulkInsert', { email: NEW });

	expect(json[0].reason).toMatch(/^Geen toegang met /);
	expect(json[0].reason).not.toContain(secretKey);
});

test("refused contacts aren't reported as done when a run stops", async () => {
	service().faults.push({ skip: 1, status: 500, body: { message: 'Stuk' } });
	const items = [{ email: NEW }, { email: known(0).email }, { email: 'ander@voorbeeld.nl' }];
	const options = { batchSize: 2, concurrency: 1 };
	const { error } = await run('contact.bulkInsert', { options }, items);

	expect(error?.description).toContain('Done before it stopped: item 0. Refused: item 1.');
});

test.each(['bulkInsert', 'bulkDelete', 'bulkUnsubscribe', 'upsert'])(
	'%s: what was refused is not done',
	async (name) => {
		const operation = resources[0].operations.find(({ value }) => value === name);
		const { isDone } = operation as BulkOperation;

		expect(isDone?.(done(NEW))).toBe(true);
		expect(isDone?.({ email: NEW, success: false, reason: 'bestaat al' })).toBe(false);
	},
);
