import type { IDataObject } from 'n8n-workflow';
import { byEmail } from '../../../tools/engine/locator';
import { CONTINUE } from '../../../tools/engine/world';
import { columns, inboxifyRoom, successes } from './room';

const room = inboxifyRoom();
const { service, contacts } = room;

const contact = () => room.known(0);

const run = async (operation: string, parameters: IDataObject, items: IDataObject[]) =>
	await room.run(operation, parameters, items, CONTINUE);

const twice = (...rows: IDataObject[]): IDataObject[] =>
	rows.map((row) => ({ email: contact().email, ...row }));

const TAGS = { additionalFields: columns('tags') };

describe('Create or Update with two rows of one contact', () => {
	test('keeps its tags if the look-up for the first row fails', async () => {
		contact().tags = ['X'];
		service().faults.push({ status: 500, match: { method: 'GET' } });
		await run('contact.upsert', TAGS, twice({ tags: 'A' }, { tags: 'B' }));

		expect(contact().tags).toEqual(['X', 'B']);
	});

	test('adds no tag of a row that was refused', async () => {
		contact().tags = ['X'];
		service().faults.push({ status: 400, body: {}, match: { method: 'PUT' } });
		const { json } = await run('contact.upsert', TAGS, twice({ tags: 'A' }, { tags: 'B' }));

		expect(successes(json)).toEqual([false, true]);
		expect(contact().tags).toEqual(['X', 'B']);
	});
});

describe('Update with two rows of one contact', () => {
	const update = async (items: IDataObject[], options: IDataObject = {}) =>
		await run(
			'contact.update',
			{
				contactId: byEmail('={{ $json.email }}'),
				updateFields: columns('tags', 'city'),
				options,
			},
			items,
		);

	test('adds the tags of both', async () => {
		contact().tags = [];
		const [first, second] = twice({ tags: 'A' }, { tags: 'B' });
		await update([first, { ...second, email: String(second.email).toUpperCase() }]);

		expect(contact().tags).toEqual(['A', 'B']);
	});

	test('a dry run shows what a real run sends', async () => {
		contact().tags = ['X'];
		const items = twice({ tags: 'A' }, { tags: 'B' });
		const planned = (await update(items, { dryRun: true })).json.map(({ body }) => body);
		await update(items);

		expect(room.writes().map(({ body }) => body)).toEqual(planned);
		expect(contact().tags).toEqual(['X', 'A', 'B']);
	});

	test('the later row wins, also where only the earlier one has to read tags', async () => {
		await update(twice({ tags: 'C', city: 'Eerst' }, { city: 'Laatst' }));

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
	expect(contacts().get(email)).toBeUndefined();
});
