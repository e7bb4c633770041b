import type { IDataObject } from 'n8n-workflow';

import { byName, CONTINUE } from '../../../tools/engine/world';
import { inboxifyRoom } from './room';

const { world, service, contacts, run, writes } = inboxifyRoom(1200);

const requests = () => world.log('inboxify');

const OPERATIONS = ['bulkInsert', 'create', 'upsert', 'sync'];

const add = async (
	operation: string,
	emails: string[],
	neverAdd: unknown,
	list = 'Nieuwsbrief algemeen',
	options: IDataObject = {},
) =>
	await run(
		`contact.${operation}`,
		{ list: byName(list), options: { neverAdd, ...options } as IDataObject },
		emails.map((email) => ({ email })),
		CONTINUE,
	);

/** Two who opted out of the largest list, and one who did not. */
function people() {
	const { rows } = contacts();
	const gone = rows.find(({ unsubscribed }) => unsubscribed)!;
	const bounced = rows.find((contact) => contact.bounced && !contact.unsubscribed)!;
	const fine = rows.find((contact) => !contact.bounced && !contact.unsubscribed)!;
	return { gone, bounced, fine };
}

describe.each(OPERATIONS)('%s', (operation) => {
	test('adds everyone unless asked otherwise', async () => {
		const { gone } = people();
		await add(operation, [gone.email], undefined);
		expect(contacts('Nieuwsbrief algemeen').get(gone.email)).toBeDefined();
	});

	test.each([1, 3, 40])(
		'leaves out who opted out of any list, among %d contacts',
		async (count) => {
			const { gone, bounced, fine } = people();
			const emails = [
				gone.email.toUpperCase(),
				bounced.email,
				fine.email,
				...Array.from({ length: 40 }, (_, index) => `nieuw${index}@nooit.example`),
			].slice(0, count);
			const { json } = await add(operation, emails, 'allLists');

			expect(json[0]).toMatchObject({
				outcome: 'leftOut',
				success: false,
				reason: 'Left out: unsubscribed from Webshopklanten.',
			});
			if (count > 1) expect(json[1].reason).toBe('Left out: bounced in Webshopklanten.');
			const list = contacts('Nieuwsbrief algemeen');
			expect(list.get(gone.email)).toBeUndefined();
			expect(list.get(bounced.email)).toBeUndefined();
			for (const email of emails.slice(2)) expect(list.get(email)).toBeDefined();
		},
	);

	test('of this list, only those who opted out of it are left out', async () => {
		const { gone } = people();
		const list = contacts('Nieuwsbrief algemeen');
		const bounced = list.rows.find((contact) => contact.bounced && !contact.unsubscribed)!;
		const { json } = await add(operation, [gone.email, bounced.email], 'thisList');

		expect(list.get(gone.email)).toBeDefined();
		// A sync adds nobody who is in the list already.
		expect(json[1].outcome).toBe(operation === 'sync' ? 'unchanged' : 'leftOut');
	});

	test.each(['iedereen', '', '  '])(
		'the choice "%s" is an error, and nothing is sent',
		async (choice) => {
			const { json } = await add(operation, ['nieuw@nooit.example'], choice);
			expect(json[0].error).toMatch(/Never Add must be one of none, allLists, thisList/);
			expect(requests()).toEqual([]);
		},
	);

	test("if a list can't be read, nobody is added", async () => {
		service().faults.push({
			status: 403,
			match: { method: 'GET', path: /Leden/ },
			times: 99,
		});
		const { json } = await add(
			operation,
			['nieuw1@nooit.example', 'nieuw2@nooit.example'],
			'allLists',
		);
		expect(json.map(({ error }) => Boolean(error))).toEqual([true, true]);
		expect(writes()).toEqual([]);
	});
});

test('each list is read once for many contacts, and for few contacts they are looked up one by one', async () => {
	const emails = Array.from({ length: 100 }, (_, index) => `nieuw${index}@nooit.example`);
	await add('bulkInsert', emails, 'allLists');
	expect(requests().filter((line) => line === 'GET /contacts/Webshopklanten')).toHaveLength(2);
	expect(requests()).toHaveLength(1 + 2 + 1 + 1 + 1);

	world.clear();
	await add('create', ['een@nooit.example'], 'allLists');
	expect(requests()).toHaveLength(1 + 3 + 1);
});

test('Overwrite does not undo an opt-out of who is left out', async () => {
	const { gone } = people();
	const before = structuredClone(gone);
	await add('bulkInsert', [gone.email], 'thisList', 'Webshopklanten', { overwrite: true });
	await add('upsert', [gone.email], 'thisList', 'Webshopklanten', { existing: 'overwrite' });
	expect(gone).toEqual(before);
});

test('the hint counts who was left out apart from who was refused', async () => {
	const { gone, fine } = people();
	const { hints } = await add('bulkInsert', [gone.email, fine.email], 'thisList', 'Webshopklanten');
	expect(hints.map(({ message }) => message)).toEqual([
		'Inboxify refused 1 of 2 contacts. See "reason" in their output items.',
		'Left out 1 of 2 contacts, who opted out. See "reason" in their output items.',
	]);
});

test('a dry run says who would be left out', async () => {
	const { gone } = people();
	const { json } = await add('create', [gone.email], 'allLists', undefined, { dryRun: true });
	expect(json[0]).toMatchObject({ dryRun: true, outcome: 'leftOut', method: null });
});
