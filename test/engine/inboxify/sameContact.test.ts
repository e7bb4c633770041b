import type { IDataObject } from 'n8n-workflow';
import { byEmail } from '../../../tools/engine/locator';
import { byName, CONTINUE, World } from '../../../tools/engine/world';

let world: World;

beforeEach(async () => {
	world = await World.start({ inboxify: { contacts: 20 } });
});

afterEach(async () => await world.sandbox.close());

const service = () => world.sandbox.inboxify;

const contact = () => [...service().lists.get('Webshopklanten')!.contacts.values()][0];

const run = async (operation: string, parameters: IDataObject, items: IDataObject[]) =>
	await world.run(
		'inboxify',
		operation,
		{ list: byName('Webshopklanten'), email: '={{ $json.email }}', ...parameters },
		{ items, settings: CONTINUE },
	);

const twice = (...rows: IDataObject[]): IDataObject[] =>
	rows.map((row) => ({ email: contact().email, ...row }));

const TAG = { additionalFields: { tags: '={{ $json.tag }}' } };

describe('Create or Update with two rows of one contact', () => {
	test('keeps its tags if the look-up for the first row fails', async () => {
		contact().tags = ['X'];
		service().faults.push({ status: 500, match: { method: 'GET' } });
		await run('contact.upsert', TAG, twice({ tag: 'A' }, { tag: 'B' }));

		expect(contact().tags).toEqual(['X', 'B']);
	});

	test('adds no tag of a row that was refused', async () => {
		contact().tags = ['X'];
		service().faults.push({ status: 400, body: {}, match: { method: 'PUT' } });
		const { json } = await run('contact.upsert', TAG, twice({ tag: 'A' }, { tag: 'B' }));

		expect(json.map(({ success }) => success)).toEqual([false, true]);
		expect(contact().tags).toEqual(['X', 'B']);
	});
});

describe('Update with two rows of one contact', () => {
	const update = async (items: IDataObject[], options: IDataObject = {}) =>
		await run(
			'contact.update',
			{
				contactId: byEmail('={{ $json.email }}'),
				updateFields: { tags: '={{ $json.tag }}', city: '={{ $json.city }}' },
				options,
			},
			items,
		);

	test('adds the tags of both', async () => {
		contact().tags = [];
		const [first, second] = twice({ tag: 'A' }, { tag: 'B' });
		await update([first, { ...second, email: String(second.email).toUpperCase() }]);

		expect(contact().tags).toEqual(['A', 'B']);
	});

	test('a dry run shows what a real run sends', async () => {
		contact().tags = ['X'];
		const items = twice({ tag: 'A' }, { tag: 'B' });
		const planned = (await update(items, { dryRun: true })).json.map(({ body }) => body);
		await update(items);
		const sent = service().requests.filter(({ method }) => method === 'PUT');

		expect(sent.map(({ body }) => body)).toEqual(planned);
		expect(contact().tags).toEqual(['X', 'A', 'B']);
	});

	test('the later row wins, also where only the earlier one has to read tags', async () => {
		await update(twice({ tag: 'C', city: 'Eerst' }, { city: 'Laatst' }));

		expect(contact().city).toBe('Laatst');
	});
});

test('Create or Update subscribes nobody again, not even by a row that says so', async () => {
	service().confirmation = true;
	contact().unsubscribed = true;
	const additionalFields = { city: 'Sneek', unsubscribed: false };
	await run('contact.upsert', { additionalFields }, twice({}));

	expect(contact()).toMatchObject({ unsubscribed: true, city: 'Sneek' });
});

test('a person who is in two rows is deleted once, and the second finds nobody', async () => {
	const { email } = contact();
	const { json } = await run('person.delete', {}, twice({}, {}));

	expect(json.map(({ found, error }) => [found, error])).toEqual([
		[true, undefined],
		[false, undefined],
	]);
	expect(service().lists.get('Webshopklanten')!.contacts.get(email)).toBeUndefined();
});
