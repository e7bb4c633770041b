import { ListScan, readListState } from '../../../nodes/shared/trigger/scanList';

test('a record that moves to a later page while a list is read counts once', () => {
	const scan = new ListScan(readListState(undefined, ['created']), {
		identify: ({ id }) => String(id),
	});
	scan.add({ entries: [{ id: 1 }, { id: 2, name: 'a' }], total: 3, isLast: false });
	scan.add({ entries: [{ id: 2, name: 'b' }, { id: 3 }], total: 3, isLast: true });

	expect(scan.changes.map(({ record }) => record.id)).toEqual([1, 2, 3]);
	expect(scan.state.stats).toMatchObject({ seen: 3, read: 4, fresh: 3 });
});
