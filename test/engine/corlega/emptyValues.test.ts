import type { IDataObject } from 'n8n-workflow';

import { byId, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const contact = () => [...world.sandbox.corlega.contacts.values()][0];
const bodies = () => world.sandbox.corlega.requests.map(({ body }) => body);
const customField = (value: unknown, name = 'oin') => ({
	customFields: { field: [{ name, value: value as string }] },
});
const update = async (updateFields: IDataObject, options: IDataObject = {}) =>
	await world.run('corlega', 'contact.update', {
		contactId: byId(contact().id),
		updateFields,
		options,
	});
const ALL_EMPTY = 'All values under Update Fields are empty, so there is nothing to send';
const BLANK = { email: '={{ null }}', kvkNumber: '={{ $json.none }}', phone: '={{ " " }}' };

describe('a contact is updated', () => {
	test('an empty cell of a row wipes nothing', async () => {
		await update({ ...BLANK, name: 'Naam', ...customField('={{ "" }}') });
		expect(bodies()).toEqual([{ name: 'Naam' }]);
	});

	test('an empty value clears where that is chosen; null still means left out', async () => {
		await update({ ...BLANK, ...customField('={{ "" }}') }, { emptyValues: 'clear' });
		expect(bodies()).toEqual([{ phone: '', oin: '' }]);
	});

	test.each([BLANK, customField('={{ "" }}'), customField('={{ null }}')])(
		'with nothing but empty values: %j is an error about the values',
		async (fields) => {
			const { error } = await update(fields);

			expect(error?.message).toBe(ALL_EMPTY);
			expect(error?.description).toContain(
				'To empty them, set Empty Values under Options to Clear',
			);
			expect(bodies()).toEqual([]);
		},
	);

	test('without a field the error is about the fields', async () => {
		expect((await update({})).error?.message).toBe('Update Fields is empty');
	});

	test('an Empty Values that does not exist is an error', async () => {
		const { error } = await update({ name: 'x' }, { emptyValues: '={{ "wipe" }}' });
		expect(error?.message).toMatch(/^Empty Values must be one of ignore, clear/);
		expect(bodies()).toEqual([]);
	});
});

test('a contact is created without what is empty', async () => {
	await world.run('corlega', 'contact.create', {
		name: 'Naam',
		additionalFields: { ...BLANK, type: '={{ "" }}', ...customField('={{ null }}') },
	});
	expect(bodies()).toEqual([{ name: 'Naam' }]);
});

describe('custom fields', () => {
	const create = async (customFields: unknown) =>
		await world.run('corlega', 'contact.create', {
			name: 'Naam',
			additionalFields: { customFields: customFields as IDataObject },
		});

	test('a row without a name and a value is none', async () => {
		await create({ field: [{ name: '', value: '' }] });
		expect(bodies()).toEqual([{ name: 'Naam' }]);
	});

	test('a value keeps the type that an expression gives it', async () => {
		await create({ field: [{ name: 'a', value: '={{ [0, false, null] }}' }] });
		expect(bodies()).toEqual([{ name: 'Naam', a: [0, false, null] }]);
	});

	test.each<[unknown, RegExp]>([
		[{ field: [{ name: ' ', value: 'x' }] }, /^The name of a custom field is empty$/],
		[{ field: [{ name: 'a', value: '={{ 0 / 0 }}' }] }, /"a" can't be sent: it is NaN$/],
		[
			{
				field: [
					{ name: 'a', value: '1' },
					{ name: 'a ', value: '2' },
				],
			},
			/names a field twice: "a"$/,
		],
	])('%j is an error, and nothing is sent', async (customFields, message) => {
		const { error } = await create(customFields);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(bodies()).toEqual([]);
	});
});

describe('the organization is updated', () => {
	const change = async (updateFields: IDataObject, options: IDataObject = {}) =>
		await world.run('corlega', 'organization.update', { updateFields, options });

	test('an empty value is ignored', async () => {
		await change({ invoiceFooter: '={{ "" }}', defaultVatPercentage: '={{ null }}', iban: 'NL1' });
		expect(bodies()).toEqual([{ iban: 'NL1' }]);
	});

	test('or clears a text, where that is chosen', async () => {
		await change({ invoiceFooter: '={{ "  " }}' }, { emptyValues: 'clear' });
		expect(bodies()).toEqual([{ invoiceFooter: '' }]);
	});

	test('but not a number', async () => {
		const { error } = await change({ defaultVatPercentage: '={{ "" }}' }, { emptyValues: 'clear' });
		expect(error?.message).toMatch(/^Default VAT Percentage must be a number/);
		expect(bodies()).toEqual([]);
	});

	test('with nothing but empty values: an error about the values', async () => {
		const { error } = await change({ iban: '={{ "" }}' });
		expect(error?.message).toBe(ALL_EMPTY);
	});
});
