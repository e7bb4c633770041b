import { ranges } from '../../../nodes/shared/node/progress';

test('ranges of items', () => {
	expect(ranges([])).toBe('');
	expect(ranges([3])).toBe('3');
	expect(ranges([2, 0, 1, 13, 11, 12, 5])).toBe('0-2, 5, 11-13');
});
