import type { IDataObject } from 'n8n-workflow';

import { byEmail, byName } from '../../../tools/engine/locator';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ inboxify: { contacts: 20 } });

const LIST = { list: byName('Webshopklanten') };
const contacts = () => world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts;
const contact = () => contacts().rows[0];

beforeEach(() => {
	contact().tags = ['VIP', 'Merk A'];
});

const OPERATIONS: Record<string, (tags: string, options?: IDataObject) => IDataObject> = {
	'contact.update': (tags, options = {}) => ({
		...LIST,
		contactId: byEmail(contact().email),
		updateFields: { tags, city: 'Sneek' },
		options,
	}),
	'contact.upsert': (tags, options = {}) => ({
		...LIST,
		email: contact().email,
		additionalFields: { tags, city: 'Sneek' },
		options,
	}),
};

describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
	const run = async (tags: string, options?: IDataObject) =>
		await world.run('inboxify', operation, OPERATIONS[operation](tags, options));

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
	const items = [
		{ email: contact().email, tag: 'Een' },
		{ email: contact().email, tag: 'Twee' },
		{ email, tag: 'Een' },
		{ email, tag: 'Twee' },
	];
	const parameters = {
		...LIST,
		email: '={{ $json.email }}',
		additionalFields: { tags: '={{ $json.tag }}' },
	};
	await world.run('inboxify', 'contact.upsert', parameters, { items });

	expect(contact().tags).toEqual(['VIP', 'Merk A', 'Een', 'Twee']);
	expect(contacts().get(email)!.tags).toEqual(['Een', 'Twee']);
});

test('a contact that turns out to exist after all keeps its tags', async () => {
	const { email } = contact();
	world.sandbox.inboxify.faults.push({ status: 404, body: {}, match: { method: 'GET' } });
	const parameters = { ...LIST, email, additionalFields: { tags: 'Nieuw' } };
	const { json } = await world.run('inboxify', 'contact.upsert', parameters);

	expect(json).toEqual([{ email, success: true, reason: null }]);
	expect(contact().tags).toEqual(['VIP', 'Merk A', 'Nieuw']);
});
