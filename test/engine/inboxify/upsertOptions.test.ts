import { INSERT, NEW, successes, UpsertWorld } from './upsertWorld';

let inboxify: UpsertWorld;

beforeAll(async () => {
	inboxify = await UpsertWorld.start();
});

afterAll(async () => await inboxify.close());

beforeEach(() => inboxify.reset());

describe('options', () => {
	test('nothing is sent for a contact that exists where nothing is to be changed', async () => {
		const { json } = await inboxify.upsert([
			{ email: inboxify.known(0).email, city: null, telephone: '' },
		]);

		expect(json).toEqual([{ email: inboxify.known(0).email, success: true, reason: null }]);
		expect(inboxify.count('PUT') + inboxify.count('POST')).toBe(0);
	});

	test('to clear, empty values empty the fields of a contact that exists; a new one has none', async () => {
		const { email } = inboxify.known(0);
		inboxify.known(0).telephone = '0501234567';
		await inboxify.upsert(
			[
				{ email, telephone: '', city: 'Sneek' },
				{ email: NEW, telephone: '' },
			],
			{
				options: { emptyValues: 'clear' },
			},
		);

		expect(inboxify.known(0)).toMatchObject({ telephone: '', city: 'Sneek' });
		expect(inboxify.service.requests.find(({ path }) => INSERT.test(path))?.body).toEqual([
			{ email: NEW },
		]);
	});

	test('each item chooses between keep and overwrite; null is keep', async () => {
		const items = [null, 'overwrite', 'keep'].map((existing, index) => ({
			existing,
			email: inboxify.known(index).email,
			city: 'Sneek',
		}));
		const { json } = await inboxify.upsert(items, {
			options: { existing: '={{ $json.existing }}' },
		});

		expect(successes(json)).toEqual([true, true, true]);
		expect(inboxify.count('PUT')).toBe(2);
		expect(inboxify.service.requests.find(({ path }) => INSERT.test(path))).toMatchObject({
			query: { overwrite: 'True' },
			body: [{ email: inboxify.known(1).email, city: 'Sneek' }],
		});
	});

	test('to overwrite may take from a contact what is not given', async () => {
		Object.assign(inboxify.known(0), { unsubscribed: true, remarks: 'Belt liever' });
		await inboxify.upsert([{ email: inboxify.known(0).email, city: 'Sneek' }], {
			options: { existing: 'overwrite' },
		});

		expect(inboxify.known(0)).toMatchObject({ city: 'Sneek', remarks: '', unsubscribed: false });
		expect(inboxify.world.log('inboxify')).toEqual(['POST /contacts/Webshopklanten/bulk-insert']);
	});

	test('an unknown choice is an error before anything is sent', async () => {
		const { error } = await inboxify.upsert([{ email: NEW }], {
			options: { existing: '={{ "" }}' },
		});

		expect(error?.message).toMatch(/^Existing Contacts must be one of keep, overwrite/);
		expect(inboxify.service.requests).toEqual([]);
	});
});
