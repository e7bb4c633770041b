import { INSERT, NEW, PAGES, successes, UpsertWorld } from './upsertWorld';
import { CONTINUE } from '../../../tools/engine/world';

let inboxify: UpsertWorld;

beforeAll(async () => {
	inboxify = await UpsertWorld.start();
});

afterAll(async () => await inboxify.close());

beforeEach(() => inboxify.reset());

describe('what changes while it runs', () => {
	test('a contact that another program has just added is changed', async () => {
		inboxify.service.onRequest = ({ path }) => {
			if (INSERT.test(path)) inboxify.list.add({ email: NEW, firstName: 'Zij' });
			inboxify.service.onRequest = INSERT.test(path) ? undefined : inboxify.service.onRequest;
		};
		const { json } = await inboxify.upsert([{ email: NEW, city: 'Sneek' }]);

		expect(json).toEqual([{ email: NEW, success: true, reason: null }]);
		expect(inboxify.list.contacts.get(NEW)).toMatchObject({ firstName: 'Zij', city: 'Sneek' });
	});

	test('a contact that has just been removed is inserted', async () => {
		const { email } = inboxify.known(0);
		inboxify.service.onRequest = ({ method }) => {
			if (method === 'PUT') inboxify.list.contacts.delete(email);
		};
		const { json } = await inboxify.upsert([{ email, city: 'Sneek' }]);

		expect(json).toEqual([{ email, success: true, reason: null }]);
		expect(inboxify.list.contacts.get(email)).toMatchObject({ city: 'Sneek' });
	});

	test('of failures without a name each contact is looked at', async () => {
		inboxify.service.faults.push({
			match: { path: INSERT },
			body: ['Ongeldig'],
			headers: { 'x-total-fail': '1' },
		});
		inboxify.list.add({ email: 'een@voorbeeld.nl' });
		const { email } = inboxify.known(0);
		// It exists, but is not seen when the list is read.
		inboxify.service.faults.push({ match: { path: PAGES }, body: [inboxify.known(0)] });
		const { json } = await inboxify.upsert([
			{ email, city: 'x' },
			{ email: 'een@voorbeeld.nl', city: 'Sneek' },
			{ email: NEW, city: 'Sneek' },
		]);

		expect(successes(json)).toEqual([true, true, false]);
		expect(json[2].reason).toContain('Ongeldig');
	});
});

describe('what goes wrong', () => {
	test('input that is wrong fails alone', async () => {
		const items = [
			{ email: inboxify.known(0).email, city: 'Sneek' },
			{ email: null },
			{ email: NEW },
		];
		const { json } = await inboxify.upsert(items, {}, CONTINUE);

		expect(json[1].error).toMatch(/^Email is empty/);
		expect([json[0].success, json[2].success]).toEqual([true, true]);
	});

	test('an insert that broke off may have been done, and the others go on', async () => {
		inboxify.service.faults.push({ match: { path: INSERT }, drop: 'after' });
		const items = [{ email: NEW }, { email: inboxify.known(0).email, city: 'Sneek' }];
		const { json } = await inboxify.upsert(items, { options: { lookUp: false } }, CONTINUE);

		expect(json[0].error).toContain('It may have been created all the same.');
		expect(json[1]).toEqual({ email: inboxify.known(0).email, success: true, reason: null });
		expect(inboxify.count('POST', INSERT)).toBe(1);
	});

	test('a change that broke off is sent again', async () => {
		inboxify.service.faults.push({ match: { method: 'PUT' }, drop: 'after' });
		const { json } = await inboxify.upsert([{ email: inboxify.known(0).email, city: 'Sneek' }]);

		expect(successes(json)).toEqual([true]);
		expect(inboxify.count('PUT')).toBe(2);
	});

	test('a contact that can not be asked for fails alone', async () => {
		const items = [2400, 2401].map((index) => ({
			email: inboxify.known(index).email,
			city: 'Sneek',
		}));
		inboxify.service.faults.push({
			match: { path: new RegExp(items[0].email) },
			status: 500,
			body: { message: 'Stuk' },
		});
		const { json } = await inboxify.upsert(items, {}, CONTINUE);

		expect(successes(json)).toEqual([expect.stringContaining('Stuk'), true]);
		expect(inboxify.known(2400).city).not.toBe('Sneek');
	});

	test('a list that can not be read fails its contacts, not those of another list', async () => {
		const [other] = inboxify.service.lists.get('Leden & donateurs')!.contacts.rows;
		inboxify.service.faults.push({
			match: { path: /Webshopklanten$/ },
			rawBody: '<html>',
			status: 200,
		});
		const items = [
			{ list: 'Webshopklanten', email: inboxify.known(0).email },
			{ list: 'Webshopklanten', email: inboxify.known(1).email },
			{ list: 'Leden & donateurs', email: other.email },
		];
		const { json } = await inboxify.upsert(
			items.map((item) => ({ ...item, city: 'Sneek' })),
			{ list: { __rl: true, mode: 'name', value: '={{ $json.list }}' } },
			CONTINUE,
		);

		const failed = expect.stringContaining('returned an unexpected response');
		expect(successes(json)).toEqual([failed, failed, true]);
		expect([inboxify.count('PUT'), inboxify.count('POST')]).toEqual([1, 0]);
	});

	test("a proxy's page with 404 does not make a contact new", async () => {
		inboxify.service.faults.push({
			status: 404,
			rawBody: '<html>Not found</html>',
			contentType: 'text/html',
		});
		const { error } = await inboxify.upsert([{ email: inboxify.known(0).email, city: 'Sneek' }]);

		expect(error?.message).toBe(
			'Inboxify returned an unexpected response instead of a contact (HTTP 404, text/html)',
		);
		expect(inboxify.count('POST')).toBe(0);
	});

	test("a proxy's page with 200 is no change", async () => {
		inboxify.service.faults.push({
			match: { method: 'PUT' },
			rawBody: '<html>',
			contentType: 'text/html',
		});
		const items = [{ email: inboxify.known(0).email, city: 'Sneek' }];
		const { error } = await inboxify.upsert(items, { options: { maxAttempts: 1 } });

		expect(error?.message).toMatch(
			/^Inboxify returned an unexpected response instead of the changed contact/,
		);
	});

	test('a refused change is reported like a refused insert', async () => {
		inboxify.service.faults.push({
			match: { method: 'PUT' },
			status: 400,
			body: { message: 'Te lang' },
		});
		const items = [0, 1].map((index) => ({ email: inboxify.known(index).email, city: 'Sneek' }));
		const { error, json, hints } = await inboxify.upsert(items);

		expect(error).toBeUndefined();
		expect(json.filter(({ success }) => !success)).toEqual([
			{
				email: expect.stringContaining('@'),
				success: false,
				reason: 'Inboxify: Te lang (HTTP 400)',
			},
		]);
		expect(hints.map(({ message }) => message)).toEqual([
			'Inboxify refused 1 of 2 contacts. See "reason" in their output items.',
		]);
	});

	test('a run that stops at the first error changes nothing more', async () => {
		inboxify.service.faults.push({ match: { method: 'PUT' }, skip: 1, status: 500, body: {} });
		const items = [0, 1, 2, 3].map((index) => ({
			email: inboxify.known(index).email,
			city: 'Sneek',
		}));
		const { error } = await inboxify.upsert(items, { options: { concurrency: 1 } });

		expect(error?.description).toContain('Done before it stopped: item 0.');
		expect(inboxify.count('PUT')).toBe(2);
	});
});
