import { corlega } from '../../../nodes/Corlega/corlega.service';
import { watchRecords } from '../../../nodes/Corlega/watch';
import { ListScan, readListState } from '../../../nodes/shared/trigger/scanList';
import { ListInMemory } from './ListInMemory';
import { Triggered } from './Triggered';

test('a record that moves to a later page while a list is read counts once', () => {
	const scan = new ListScan(readListState(undefined, ['created']), {
		identify: ({ id }) => String(id),
	});
	scan.add({ entries: [{ id: 1 }, { id: 2, name: 'a' }], total: 3, isLast: false });
	scan.add({ entries: [{ id: 2, name: 'b' }, { id: 3 }], total: 3, isLast: true });

	expect(scan.changes.map(({ record }) => record.id)).toEqual([1, 2, 3]);
	expect(scan.state.stats).toMatchObject({ seen: 3, read: 4, fresh: 3 });
});

test('12,000 records: a poll after the first reads each page once, and the state is below 400 kB', async () => {
	const list = new ListInMemory(corlega.paging);
	list.size = 100;
	list.records = Array.from({ length: 12_000 }, (_, index) => ({
		id: `01CORLEGA${index}`,
		phone: '0',
	}));
	const contacts = new Triggered(list, watchRecords(['contactUpdated'], 0));
	await contacts.poll();
	expect(JSON.stringify(contacts.state).length).toBeLessThan(400_000);

	let pages = 0;
	list.onPage = () => void pages++;
	const row = list.records[11_999];
	row.phone = '1';
	expect(await contacts.poll()).toEqual([{ ...row, event: 'contactUpdated' }]);
	expect(pages).toBe(120);
});
