import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { CONTINUE } from '../../../tools/engine/world';
import { inboxifyRoom } from './room';

/** A bulk call that is refused as a whole for what is in it. */

const { service, run } = inboxifyRoom();
const calls = () => service().requests.filter(({ path }) => path.includes('/bulk-'));

/** Lets the service refuse each bulk call that holds one of these addresses. */
function refuse(bad: string[], status: number): void {
	const fault: Fault = { status, body: { message: 'Ongeldige aanvraag' }, times: Infinity };
	Object.defineProperty(fault, 'match', {
		get() {
			const { body, path } = service().requests.at(-1)!;
			const sent = Array.isArray(body) ? (body as IDataObject[]).map(({ email }) => email) : [];
			const isHit = path.includes('/bulk-') && bad.some((email) => sent.includes(email));
			return isHit ? {} : { method: 'NONE' };
		},
	});
	service().faults.push(fault);
}

const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ email: `rij${index}@voorbeeld.nl` }));

const OPERATIONS = [
	'contact.bulkInsert',
	'contact.bulkUnsubscribe',
	'contact.bulkDelete',
	'contact.upsert',
];

describe.each(OPERATIONS)('%s', (operation) => {
	test.each([
		[400, 1000, [17]],
		[422, 1000, [0, 999]],
		[413, 100, [3, 4, 5]],
		[400, 1, [0]],
	])('HTTP %i for %i contacts is about rows %j alone', async (status, count, indexes) => {
		const items = rows(count);
		const bad = indexes.map((index) => items[index].email);
		refuse(bad, status);
		const { json } = await run(operation, {}, items);

		expect(json.map(({ email }) => email)).toEqual(items.map(({ email }) => email));
		const refused = json.filter(({ reason }) => String(reason).includes('Ongeldige aanvraag'));
		expect(refused.map(({ email }) => email)).toEqual(bad);
		expect(refused.every(({ success }) => success === false)).toBe(true);
		const most = 1 + indexes.length * 2 * Math.ceil(Math.log2(count));
		expect(calls().length).toBeLessThanOrEqual(most);
	});
});

test('a call whose answer got lost before is not split', async () => {
	service().faults.push({ drop: 'after', match: { path: /bulk-delete/ } });
	service().faults.push({ status: 400, body: { message: 'x' }, match: { path: /bulk-delete/ } });
	const { error } = await run('contact.bulkDelete', { options: { maxAttempts: 2 } }, rows(10));

	expect(error?.message).toContain('HTTP 400');
	expect(calls()).toHaveLength(2);
});

test.each([401, 403, 404, 500])('HTTP %i is not split', async (status) => {
	service().faults.push({ status, match: { path: /bulk-insert/ } });
	const { error } = await run('contact.bulkInsert', {}, rows(10));

	expect(error?.message).toContain(`HTTP ${status}`);
	expect(calls()).toHaveLength(1);
});

test('what one half has done is kept where the other one fails', async () => {
	const match = { path: /bulk-insert/ };
	service().faults.push({ status: 400, match }, { status: 500, match, skip: 1 });
	const { json } = await run('contact.bulkInsert', {}, rows(4), CONTINUE);

	expect(json.slice(0, 2).map(({ success }) => success)).toEqual([true, true]);
	for (const { error } of json.slice(2)) expect(error).toMatch(/HTTP 500.*It was not created/);
});
