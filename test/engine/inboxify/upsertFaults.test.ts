import { done, INSERT, NEW, PAGES, successes, upsertRoom } from './room';
import { byName, CONTINUE } from '../../../tools/engine/world';

const { service, list, contacts, known, upsert, moved, count } = upsertRoom();

describe('what changes while it runs', () => {
	test('a contact that another program has just added is changed', async () => {
		service().onRequest = ({ path }) => {
			if (INSERT.test(path)) list().add({ email: NEW, firstName: 'Zij' });
			service().onRequest = INSERT.test(path) ? undefined : service().onRequest;
		};
		const { json } = await upsert([{ email: NEW, city: 'Sneek' }]);

		expect(json).toEqual([done(NEW)]);
		expect(contacts().get(NEW)).toMatchObject({ firstName: 'Zij', city: 'Sneek' });
	});

	test('a contact that has just been removed is inserted', async () => {
		const { email } = known(0);
		service().onRequest = ({ method }) => {
			if (method === 'PUT') contacts().delete(email);
		};
		const { json } = await upsert([{ email, city: 'Sneek' }]);

		expect(json).toEqual([done(email)]);
		expect(contacts().get(email)).toMatchObject({ city: 'Sneek' });
	});

	test('of failures without a name each contact is looked at', async () => {
		service().faults.push({
			match: { path: INSERT },
			body: ['Ongeldig'],
			headers: { 'x-total-fail': '1' },
		});
		list().add({ email: 'een@voorbeeld.nl' });
		const { email } = known(0);
		// It exists, but is not seen when the list is read.
		service().faults.push({ match: { path: PAGES }, body: [known(0)] });
		const { json } = await upsert([
			{ email, city: 'x' },
			{ email: 'een@voorbeeld.nl', city: 'Sneek' },
			{ email: NEW, city: 'Sneek' },
		]);

		expect(successes(json)).toEqual([true, true, false]);
		expect(json[2].reason).toContain('Ongeldig');
	});
});

describe('what goes wrong', () => {
	test('an insert that broke off may have been done, and the others go on', async () => {
		service().faults.push({ match: { path: INSERT }, drop: 'after' });
		const items = [{ email: NEW }, ...moved(0)];
		const { json } = await upsert(items, { options: { lookUp: false } }, CONTINUE);

		expect(json[0].error).toContain('It may have been created all the same.');
		expect(json[1]).toEqual(done(known(0).email));
		expect(count('POST', INSERT)).toBe(1);
	});

	test('a change that broke off is sent again', async () => {
		service().faults.push({ match: { method: 'PUT' }, drop: 'after' });
		const { json } = await upsert(moved(0));

		expect(successes(json)).toEqual([true]);
		expect(count('PUT')).toBe(2);
	});

	test('a contact that can not be asked for fails alone', async () => {
		const items = moved(2400, 2401);
		service().faults.push({
			match: { path: new RegExp(items[0].email) },
			status: 500,
			body: { message: 'Stuk' },
		});
		const { json } = await upsert(items, {}, CONTINUE);

		expect(successes(json)).toEqual([expect.stringContaining('Stuk'), true]);
		expect(known(2400).city).not.toBe('Sneek');
	});

	test('a list that can not be read fails its contacts, not those of another list', async () => {
		service().faults.push({ match: { path: /Webshopklanten$/ }, rawBody: '<html>', status: 200 });
		const [{ email }] = contacts('Leden & donateurs').rows;
		const items = [
			...moved(0, 1).map((item) => ({ ...item, list: 'Webshopklanten' })),
			{ email, city: 'Sneek', list: 'Leden & donateurs' },
		];
		const { json } = await upsert(items, { list: byName('={{ $json.list }}') }, CONTINUE);

		const failed = expect.stringContaining('returned an unexpected response');
		expect(successes(json)).toEqual([failed, failed, true]);
		expect([count('PUT'), count('POST')]).toEqual([1, 0]);
	});

	test("a proxy's page with 404 does not make a contact new", async () => {
		service().faults.push({
			status: 404,
			rawBody: '<html>Not found</html>',
			contentType: 'text/html',
		});
		const { error } = await upsert(moved(0));

		expect(error?.message).toBe(
			'Inboxify returned an unexpected response instead of a contact (HTTP 404, text/html)',
		);
		expect(count('POST')).toBe(0);
	});

	test("a proxy's page with 200 is no change", async () => {
		service().faults.push({
			match: { method: 'PUT' },
			rawBody: '<html>',
			contentType: 'text/html',
		});
		const { error } = await upsert(moved(0), { options: { maxAttempts: 1 } });

		expect(error?.message).toMatch(
			/^Inboxify returned an unexpected response instead of the changed contact/,
		);
	});

	test('a refused change is reported like a refused insert', async () => {
		service().faults.push({
			match: { method: 'PUT' },
			status: 400,
			body: { message: 'Te lang' },
		});
		const { error, json, hints } = await upsert(moved(0, 1));

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
		service().faults.push({ match: { method: 'PUT' }, skip: 1, status: 500, body: {} });
		const { error } = await upsert(moved(0, 1, 2, 3), { options: { concurrency: 1 } });

		expect(error?.description).toContain('Done before it stopped: item 0.');
		expect(count('PUT')).toBe(2);
	});
});
