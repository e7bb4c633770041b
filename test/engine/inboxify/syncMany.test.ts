import type { IDataObject } from 'n8n-workflow';
import { syncRoom, times } from './syncRoom';

const { world, contacts, rows, subscribed, sync, row, writes, count } = syncRoom(10_000);

/** An input that adds 500, changes 300 and drops some of 10,000. */
function changedInput(dropped: number): IDataObject[] {
	const gone = new Set(subscribed().slice(-dropped));
	const changed = new Set(subscribed().slice(0, 300));
	const kept = rows().filter((contact) => !gone.has(contact));
	return [
		...kept.map((contact) =>
			changed.has(contact) ? { ...row(contact), city: 'Elders' } : row(contact),
		),
		...Array.from({ length: 500 }, (_, index) => ({
			email: `nieuw${index}@sync.example`,
			city: 'Sneek',
			firstName: 'Nieuw',
			tags: 'Merk A',
		})),
	];
}

test('10,000 contacts: 500 added, 300 changed and 200 removed, with 10 reads; a second run writes nothing', async () => {
	const items = changedInput(200);
	const { json, error, hints } = await sync(items, { missing: 'delete' });

	expect(error).toBeUndefined();
	expect(count('GET')).toBe(10);
	expect(count('PUT', /^\/contacts\/Webshopklanten\/[^/]*@[^/]*$/)).toBe(300);
	const posts = writes().filter(({ method }) => method === 'POST');
	expect(posts.map(({ path }) => path).sort()).toEqual([
		'/contacts/Webshopklanten/bulk-delete',
		'/contacts/Webshopklanten/bulk-insert',
	]);
	expect(json).toHaveLength(items.length + 200);
	expect(['created', 'updated', 'deleted'].map((outcome) => times(json, outcome))).toEqual([
		500, 300, 200,
	]);
	expect(json.filter(({ success, outcome }) => !success && outcome !== 'leftOut')).toEqual([]);
	expect(hints.map(({ message }) => message).join()).toMatch(/500 created.*200 deleted/);
	expect(contacts().size).toBe(10_300);

	world.clear();
	const again = await sync(items, { missing: 'delete' });
	expect(writes()).toEqual([]);
	expect(times(again.json, 'unchanged') + times(again.json, 'leftOut')).toBe(items.length);
}, 120_000);

test('with 2,000 missing, nothing is changed and the error says how many', async () => {
	const { error } = await sync(changedInput(2000), { missing: 'unsubscribe' });

	expect(error?.message).toMatch(
		/2,000 of the [\d,]+ subscribed contacts of Webshopklanten are not in the input, which is more than 10 %/,
	);
	expect(writes()).toEqual([]);
	expect(contacts().size).toBe(10_000);
});
