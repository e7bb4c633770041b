import { CONTINUE } from '../../../tools/engine/world';
import { inboxifyRoom } from './room';

const room = inboxifyRoom();
const { service, list, contacts, writes } = room;

const LISTS = ['Webshopklanten', 'Nieuwsbrief algemeen', 'Leden & donateurs'];

const EMAIL = 'overal@persoon.example';

/** Puts a person into some lists. */
function put(...lists: string[]) {
	for (const name of lists) list(name).add({ email: EMAIL, city: name });
}

const run = async (operation: string, email = EMAIL, options = {}, settings = {}) =>
	await room.run(`person.${operation}`, { email, options }, undefined, settings);

test('Get returns what each list holds, with all fields', async () => {
	put(LISTS[0], LISTS[2]);
	const { json } = await run('get', `Persoon <${EMAIL.toUpperCase()}>`);
	expect(json).toEqual([
		{
			email: expect.stringMatching(/^overal@persoon\.example$/i),
			found: true,
			lists: [LISTS[0], LISTS[2]].map((list) => ({ list, contact: contacts(list).get(EMAIL) })),
		},
	]);
});

test('nobody is no error', async () => {
	for (const operation of ['get', 'unsubscribe', 'delete']) {
		const { json } = await run(operation);
		expect(json[0]).toMatchObject({ email: EMAIL, found: false, lists: [] });
	}
	expect(writes()).toEqual([]);
});

test('Unsubscribe unsubscribes in every list, and not twice', async () => {
	put(...LISTS);
	contacts(LISTS[1]).get(EMAIL)!.unsubscribed = true;
	const { json } = await run('unsubscribe');
	expect(json[0].lists).toEqual([
		{ list: LISTS[0], outcome: 'unsubscribed' },
		{ list: LISTS[1], outcome: 'unchanged' },
		{ list: LISTS[2], outcome: 'unsubscribed' },
	]);
	for (const list of LISTS) expect(contacts(list).get(EMAIL)!.unsubscribed).toBe(true);
	expect(writes()).toHaveLength(2);
});

test("Delete deletes from every list, and says what it can't delete", async () => {
	put(...LISTS);
	const { json } = await run('delete');
	expect(json[0].remains).toMatch(
		/Other services, such as your CRM, may still hold data about this person/,
	);
	for (const list of LISTS) expect(contacts(list).get(EMAIL)).toBeUndefined();
});

test('if one list fails, the error names it and the lists in which it was done', async () => {
	put(...LISTS);
	service().faults.push({ status: 422, match: { method: 'PUT', path: /Leden/ } });
	const { json } = await run('unsubscribe', EMAIL, {}, CONTINUE);
	expect(json[0].error).toMatch(
		/It failed in the list Leden & donateurs\. Done in: Webshopklanten, Nieuwsbrief algemeen\. Run this item again/,
	);
	expect(json[0].details).toMatchObject({ status: 422 });
});

test('a dry run shows the request for each list, and sends none', async () => {
	put(...LISTS);
	for (const [operation, method, outcome] of [
		['unsubscribe', 'PUT', 'unsubscribed'],
		['delete', 'DELETE', 'deleted'],
	]) {
		const { json } = await run(operation, EMAIL, { dryRun: true });
		expect(json).toEqual(
			LISTS.map(() => expect.objectContaining({ dryRun: true, method, outcome })),
		);
	}
	expect(writes()).toEqual([]);
});

test('an invalid address is an error before anything is sent', async () => {
	const { json } = await run('delete', 'geen adres', {}, CONTINUE);
	expect(json[0].error).toMatch(/Email/);
	expect(service().requests).toEqual([]);
});
