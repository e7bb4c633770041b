import type { IDataObject, INode } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { CONTINUE } from '../../../tools/engine/world';
import { freshWorld } from '../freshWorld';

/** What `lookUp.test.ts` leaves to `npm run test:long`. */

const world = freshWorld({ corlega: { contacts: 205, limit: null } });

/** Pages of the list of contacts. */
const PAGES = 3;

const contacts = () => [...world.sandbox.corlega.contacts.values()] as IDataObject[];
const add = (fields: IDataObject & { id: string }) =>
	world.sandbox.corlega.contacts.set(fields.id, fields);
const sent = (method: string) =>
	world.sandbox.corlega.requests.filter((request) => request.method === method);
const fail = (...faults: Fault[]) =>
	world.sandbox.corlega.faults.push(
		...faults.map((fault) => ({ match: { method: 'POST' }, ...fault })),
	);

const UNSURE = 'It may have been created all the same.';
const FIELDS = {
	create: { name: '={{ $json.name }}' },
	upsert: { matchOn: 'email', matchValue: '={{ $json.email }}', name: '={{ $json.name }}' },
};
type Operation = keyof typeof FIELDS;
const OPERATIONS = Object.keys(FIELDS) as Operation[];

const row = { name: 'Bakkerij Jansen', email: 'info@jansen.example' };
const made = () => contacts().filter(({ email }) => email === row.email);

async function run(
	operation: Operation,
	items: IDataObject[],
	options: IDataObject = {},
	settings: Partial<INode> = CONTINUE,
) {
	const additionalFields = {
		email: '={{ $json.email }}',
		kvkNumber: '={{ $json.kvkNumber }}',
		phone: '={{ $json.phone }}',
	};
	const parameters = { ...FIELDS[operation], additionalFields, options };
	return await world.run('corlega', `contact.${operation}`, parameters, { items, settings });
}

/** The only item's error. */
async function failureOf(operation: Operation, fields: IDataObject = row, options?: IDataObject) {
	const { json } = await run(operation, [fields], options);
	expect(json).toHaveLength(1);
	const { error, details } = json[0] as { error: string; details?: IDataObject };
	return { error, mayHaveBeenDone: details?.mayHaveBeenDone, advice: String(details?.advice) };
}

describe.each(OPERATIONS)('%s', (operation) => {
	const readBefore = operation === 'upsert' ? PAGES : 0;
	const outcome = operation === 'upsert' && { outcome: 'created' };

	test.each<[string, Fault]>([
		['an answer that was cut off', { drop: 'midway' }],
		['HTTP 504', { status: 504, body: {}, processed: true }],
		['an answer that never came', { never: true, processed: true }],
	])('%s: a contact that was created is the output', async (_, fault) => {
		fail(fault);
		const { json } = await run(operation, [row], { timeout: 1 });

		expect(json).toEqual([{ ...made()[0], ...outcome }]);
		expect(made()).toHaveLength(1);
		expect(sent('POST')).toHaveLength(1);
		expect(sent('GET')).toHaveLength(readBefore + PAGES);
	});

	test('HTTP 503: a contact that is not there was not created', async () => {
		fail({ status: 503, body: {} });
		const failure = await failureOf(operation);

		expect(failure.error).toContain('It was not created: a look-up found nothing.');
	});

	test.each<[string, Fault]>([
		['no answer within the timeout', { never: true }],
		['HTTP 408', { status: 408, body: {} }],
		['HTTP 522', { status: 522, body: {} }],
	])('%s: a contact that is not there yet may still come', async (_, fault) => {
		fail(fault);
		const failure = await failureOf(operation, row, { timeout: 1 });

		expect(failure.error).toContain(UNSURE);
		expect(failure.mayHaveBeenDone).toBe(true);
		expect(sent('GET')).toHaveLength(readBefore + PAGES);
	});

	test('two contacts with the same number are named, though one has the values', async () => {
		fail({ drop: 'after' });
		add({ id: 'older', name: 'Een ander', kvkNumber: '33334444' });
		const failure = await failureOf(operation, { ...row, kvkNumber: '33334444' });

		const [{ id }] = made();
		expect(failure.error).toContain(UNSURE);
		expect(failure.advice).toContain(`A look-up found several records: ${String(id)}, older.`);
	});

	test('fields that are null or empty equal fields that were not sent', async () => {
		fail({ drop: 'before' });
		world.sandbox.corlega.onRequest = ({ method }) => {
			if (method === 'POST') add({ id: 'late', ...row, phone: '', kvkNumber: null, extra: 1 });
		};
		const { json } = await run(operation, [{ ...row, phone: '' }]);

		expect(json).toMatchObject([{ id: 'late', ...outcome }]);
	});

	test.each<[string, Fault]>([
		['fails', { match: { method: 'GET' }, skip: readBefore, status: 500, body: {} }],
		[
			'gives another answer',
			{ match: { method: 'GET' }, skip: readBefore, body: { status: 'ok' }, times: 9 },
		],
		[
			'has a contact without an ID',
			{ match: { method: 'GET' }, skip: readBefore, body: { data: [{}], meta: { total: 1 } } },
		],
	])('a reading that %s leaves the item unsure', async (_, fault) => {
		fail({ drop: 'before' }, fault);
		const failure = await failureOf(operation);

		expect(failure.error).toContain(UNSURE);
		expect(failure.mayHaveBeenDone).toBe(true);
	});

	test('items that are unsure at the same time share a reading', async () => {
		const items = Array.from({ length: 8 }, (_, index) => ({
			name: `Rij ${index}`,
			email: `rij${index}@voorbeeld.example`,
		}));
		fail({ status: 503, body: {}, times: 4 }, { drop: 'after', times: 4 });
		world.sandbox.corlega.latency = 20;
		const { json } = await run(operation, items, { concurrency: 8 });

		expect(json.filter(({ id }) => id)).toHaveLength(4);
		expect(json.filter(({ error }) => String(error).includes('not created'))).toHaveLength(4);
		// The first reading may begin before the last of them has failed.
		expect(sent('GET').length).toBeLessThanOrEqual(readBefore + 2 * PAGES);
	});

	test('a value that is no yes or no is an error before anything is sent', async () => {
		const failure = await failureOf(operation, row, { lookUp: 'perhaps' });
		expect(failure.error).toContain('Look Up Uncertain Creates');
		expect(sent('POST')).toEqual([]);
	});

	test('a certain failure is not looked up', async () => {
		fail({ status: 422, body: { error: { code: 'invalid_state', message: 'Nee' } } });
		await failureOf(operation);
		expect(sent('GET')).toHaveLength(readBefore);
	});

	test('a run that stops says of an item what it turned out to be', async () => {
		fail({ drop: 'before' });
		const { error } = await run(operation, [row], {}, {});
		expect(error?.message).toContain('It was not created: a look-up found nothing.');
		expect(error?.description).toContain('Run this item again.');
	});
});

describe('a look-up that is under way', () => {
	const slowly: Fault = { match: { method: 'GET' }, delay: 800, times: 99 };

	test('ends when another item stops the run, and its item stays unsure', async () => {
		fail({ status: 422, body: {}, delay: 300 }, { drop: 'after' }, slowly);
		const items = [{ ...row, email: 'ander@voorbeeld.example' }, row];
		const { error } = await run('create', items, { concurrency: 2 }, {});

		expect(error?.context?.itemIndex).toBe(0);
		expect(error?.description).toContain('May have been created: item 1.');
		expect(sent('GET')).toHaveLength(1);
	});

	test('ends when the execution is cancelled', async () => {
		fail({ drop: 'after' }, slowly);
		await world.run(
			'corlega',
			'contact.create',
			{ ...FIELDS.create, additionalFields: { email: row.email } },
			{
				items: [row],
				settings: CONTINUE,
				onStart: ({ cancel }) => void setTimeout(cancel, 400),
			},
		);
		await new Promise((resolve) => setTimeout(resolve, 1_000));

		expect(world.log('corlega')).toEqual(['POST /contacts', 'GET /contacts']);
	});
});

describe('create', () => {
	test('a contact without e-mail address and KvK number stays unsure', async () => {
		fail({ drop: 'after' });
		const failure = await failureOf('create', { name: 'Zonder sleutel' });
		expect(failure.error).toContain(UNSURE);
		expect(sent('GET')).toEqual([]);
	});

	// KvK numbers may occur twice.
	const twice = { name: 'Dubbel', kvkNumber: '44445555' };

	test.each([1, 8])(
		'of equal items, each contact is the output of one (Concurrency %i)',
		async (concurrency) => {
			fail({ drop: 'before', skip: 1 });
			const { json } = await run('create', [twice, twice], { concurrency });

			const [{ id }] = contacts().filter(({ name }) => name === 'Dubbel');
			expect(json[0].id).toBe(id);
			expect(json[1].error).toContain('It was not created');
		},
	);

	test('of equal items, the second is sent after the first is answered', async () => {
		world.sandbox.corlega.latency = 150;
		await run('create', [twice, { ...row, kvkNumber: '44445555' }, row], { concurrency: 8 });

		const [first, second, third] = sent('POST').map(({ at }) => at);
		expect(second - first).toBeGreaterThanOrEqual(150);
		expect(third - second).toBeGreaterThanOrEqual(150);
	});

	test('a contact that was found for one item leaves an equal one unsure', async () => {
		fail({ drop: 'after' }, { drop: 'before' });
		const { json } = await run('create', [twice, twice], { concurrency: 8 });

		expect(json.filter(({ id }) => id)).toHaveLength(1);
		expect(json[1].error).toContain(UNSURE);
	});
});

describe('upsert', () => {
	test('a later item updates the contact that was found', async () => {
		fail({ drop: 'after' });
		const { json } = await run('upsert', [row, { ...row, phone: '06 12345678' }]);

		expect(json).toMatchObject([{ outcome: 'created' }, { outcome: 'updated', id: json[0].id }]);
		expect(made()).toMatchObject([{ phone: '06 12345678' }]);
		expect(sent('GET')).toHaveLength(2 * PAGES);
	});

	test('a later item creates the contact that was not there', async () => {
		fail({ drop: 'before' });
		const { json } = await run('upsert', [row, row]);

		expect(json[0].error).toContain('not created');
		expect(json[1]).toMatchObject({ outcome: 'created' });
		expect(made()).toHaveLength(1);
	});

	test('a later item looks again if one is still unsure', async () => {
		fail({ status: 504, body: {} });
		const { json } = await run('upsert', [row, row]);

		expect(json[0].error).toContain(UNSURE);
		expect(json[1]).toMatchObject({ outcome: 'created' });
		expect(sent('GET')).toHaveLength(3 * PAGES);
	});
});
