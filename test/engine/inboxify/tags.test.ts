import type { IDataObject } from 'n8n-workflow';

import { byEmail } from '../../../tools/engine/locator';
import { columns, done, inboxifyRoom } from './room';

const room = inboxifyRoom();
const contact = () => room.known(0);

beforeEach(() => {
	contact().tags = ['VIP', 'Merk A'];
});

describe.each([
	['contact.update', 'updateFields'],
	['contact.upsert', 'additionalFields'],
])('%s', (operation, fields) => {
	const run = async (tags: string, options: IDataObject = {}) =>
		await room.run(
			operation,
			{ contactId: byEmail('={{ $json.email }}'), [fields]: { tags, city: 'Sneek' }, options },
			[{ email: contact().email }],
		);

	test('adds tags to those that the contact has', async () => {
		const { error } = await run('Nieuw, merk a');

		expect(error).toBeUndefined();
		expect(contact()).toMatchObject({ tags: ['VIP', 'Merk A', 'Nieuw'], city: 'Sneek' });
	});

	test('replaces them where that is asked for', async () => {
		await run('Nieuw', { tags: 'replace' });

		expect(contact().tags).toEqual(['Nieuw']);
	});

	test('takes them off where they are emptied, and leaves them where they are not given', async () => {
		await run('', { emptyValues: 'ignore' });
		expect(contact().tags).toEqual(['VIP', 'Merk A']);

		await run('', { emptyValues: 'clear' });
		expect(contact().tags).toEqual([]);
	});
});

test('several items of one contact add their tags up, also where it is new', async () => {
	const email = 'nieuw@voorbeeld.nl';
	const items = [contact().email, email].flatMap((one) => [
		{ email: one, tags: 'Een' },
		{ email: one, tags: 'Twee' },
	]);
	await room.run('contact.upsert', { additionalFields: columns('tags') }, items);

	expect(contact().tags).toEqual(['VIP', 'Merk A', 'Een', 'Twee']);
	expect(room.contacts().get(email)!.tags).toEqual(['Een', 'Twee']);
});

test('a contact that turns out to exist after all keeps its tags', async () => {
	const { email } = contact();
	room.service().faults.push({ status: 404, body: {}, match: { method: 'GET' } });
	const { json } = await room.run('contact.upsert', { email, additionalFields: { tags: 'Nieuw' } });

	expect(json).toEqual([done(email)]);
	expect(contact().tags).toEqual(['VIP', 'Merk A', 'Nieuw']);
});
