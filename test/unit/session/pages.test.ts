import type { Paging } from '../../../nodes/shared/service/paging';
import { pageSize } from '../../../nodes/shared/session/pages';

describe('pageSize', () => {
	const paging = { maximum: 100 } as Paging;

	test.each([
		[undefined, 100],
		[1, 1],
		[100, 100],
		[101, 51],
		[250, 84],
	])('for a limit of %s: %s', (limit, size) => expect(pageSize(paging, limit)).toBe(size));

	test("is the service's where it sets it", () =>
		expect(pageSize({ ...paging, fixedSize: true }, 1)).toBe(100));
});
