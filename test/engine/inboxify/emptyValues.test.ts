import type { IDataObject } from 'n8n-workflow';

import { columns, inboxifyRoom } from './room';

const { service, known, run } = inboxifyRoom();
const first = () => known(0);

describe('empty values of an update', () => {
	const ROW = {
		telephone: '',
		remarks: '   ',
		customDate: '',
		tags: ',',
		city: null,
		lastName: 'De Boer',
	};
	const update = async (row: IDataObject, options: IDataObject = {}) =>
		await run(
			'contact.update',
			{ contactId: first().id, updateFields: columns(...Object.keys(row)), options },
			[row],
		);

	beforeEach(() =>
		Object.assign(first(), {
			telephone: '0501234567',
			remarks: 'Belt liever',
			customDate: '2026-12-31',
			tags: ['VIP'],
			city: 'Groningen',
		}),
	);

	test.each([[{}], [{ emptyValues: 'ignore' }], [{ emptyValues: '={{ null }}' }]])(
		'leave the fields as they are by default: %j',
		async (options) => {
			const before = { ...first() };
			const { error } = await update(ROW, options);

			expect(error).toBeUndefined();
			expect(service().requests[0].body).toEqual({ lastName: 'De Boer' });
			expect(first()).toEqual({ ...before, lastName: 'De Boer' });
		},
	);

	test('empty the fields where that is asked for; null does not', async () => {
		await update(ROW, { emptyValues: 'clear' });

		expect(first()).toMatchObject({
			telephone: '',
			remarks: '',
			customDate: null,
			tags: [],
			city: 'Groningen',
			lastName: 'De Boer',
		});
	});

	test('alone are nothing to update', async () => {
		const { error } = await update({ telephone: '', city: null });

		expect(error?.message).toBe('Update Fields is empty');
		expect(error?.description).toContain('Empty Values');
		expect(service().requests).toEqual([]);
	});
});

test.each(['contact.create', 'contact.bulkInsert', 'contact.upsert'])(
	'%s leaves out what is null or empty',
	async (operation) => {
		const email = `${operation.toLowerCase()}@voorbeeld.nl`;
		const additionalFields = {
			city: '={{ null }}',
			telephone: '',
			customDate: '={{ $json.nothing }}',
			sex: '={{ "2" }}',
			tags: '={{ [null, 2026, " "] }}',
			unsubscribed: '={{ "" }}',
			countryCode: 'nld',
		};
		const { error } = await run(operation, { email, additionalFields });

		expect(error).toBeUndefined();
		const [body] = [service().requests.at(-1)!.body].flat();
		expect(body).toEqual({ email, sex: 2, tags: ['2026'], countryCode: 'NLD' });
	},
);
