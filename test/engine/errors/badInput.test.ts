import type { IDataObject } from 'n8n-workflow';
import { byId, byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

describe('bad input is reported before any request', () => {
	// n8n itself reports an empty required field, but not an expression that is empty.
	const EMPTY = '={{ "" }}';
	const list = byName('Webshopklanten');
	const email = 'jan@voorbeeld.nl';
	const create = (additionalFields: IDataObject) => ({ list, email, additionalFields });

	test.each<[string, 'corlega' | 'inboxify' | 'cor', string, IDataObject, RegExp]>([
		['no name', 'corlega', 'contact.create', { name: ' ' }, /^Name is empty$/],
		['no contact', 'corlega', 'contact.get', { contactId: byId(EMPTY) }, /^Contact is empty$/],
		[
			'a path',
			'corlega',
			'contact.get',
			{ contactId: byId('..') },
			/can't be used as an identifier/,
		],
		[
			'nothing to update',
			'corlega',
			'contact.update',
			{ contactId: byId('1') },
			/^Update Fields is empty$/,
		],
		[
			'an object',
			'corlega',
			'contact.create',
			{ name: 'x', additionalFields: { phone: '={{ {} }}' } },
			/^Phone must be text/,
		],
		[
			'a field twice',
			'corlega',
			'contact.create',
			{ name: 'x', additionalFields: { customFields: { field: [{ name: 'name', value: 'y' }] } } },
			/"name" is given twice/,
		],
		[
			'a nameless field',
			'corlega',
			'quote.create',
			{ bodyParameters: { parameters: [{ name: '', value: 'y' }] } },
			/^The name of a field is empty$/,
		],
		[
			'a name twice',
			'corlega',
			'quote.create',
			{
				bodyParameters: {
					parameters: [
						{ name: 'a', value: '1' },
						{ name: 'a', value: '2' },
					],
				},
			},
			/names a field twice/,
		],
		['no body', 'corlega', 'quote.create', {}, /^Body Fields is empty$/],
		[
			'broken JSON',
			'corlega',
			'quote.create',
			{ specifyBody: 'json', jsonBody: '{ a: ' },
			/^The body must be valid JSON, but is /,
		],
		[
			'a JSON list',
			'corlega',
			'quote.create',
			{ specifyBody: 'json', jsonBody: '[1]' },
			/^The body must be one JSON object$/,
		],
		[
			'empty JSON',
			'corlega',
			'invoice.update',
			{ invoiceId: byId('1'), specifyBody: 'json', jsonBody: '{}' },
			/^JSON is empty$/,
		],
		[
			'VAT',
			'corlega',
			'organization.update',
			{ updateFields: { defaultVatPercentage: 101 } },
			/^Default VAT Percentage must be a number, 0 to 100, but is "101"$/,
		],
		[
			'currency',
			'corlega',
			'organization.update',
			{ updateFields: { defaultCurrency: 'euro' } },
			/^Default Currency Name or ID must be a code of 3 letters/,
		],
		[
			'days',
			'corlega',
			'organization.update',
			{ updateFields: { defaultPaymentTermsDays: 1.5 } },
			/must be a whole number/,
		],
		[
			'limit',
			'corlega',
			'contact.getAll',
			{ limit: 0 },
			/^Limit must be a number, 1 or more, but is "0"$/,
		],
		[
			'attempts',
			'corlega',
			'contact.getAll',
			{ options: { maxAttempts: 0 } },
			/^Maximum Attempts must be a number, 1 to 20/,
		],
		['no list', 'inboxify', 'contact.getAll', { list: byName(EMPTY) }, /^List is empty$/],
		['no address', 'inboxify', 'contact.create', { list, email: EMPTY }, /^Email is empty$/],
		[
			'a long address',
			'inboxify',
			'contact.create',
			{ list, email: `${'a'.repeat(40)}@voorbeeld.nl` },
			/^Email may have 50 characters at most, but has 53/,
		],
		[
			'a long field',
			'inboxify',
			'contact.create',
			create({ insertion: 'x'.repeat(21) }),
			/^Insertion may have 20 characters at most, but has 21/,
		],
		[
			'sex',
			'inboxify',
			'contact.create',
			create({ sex: 3 }),
			/^Sex must be one of 0, 1, 2, but is "3"$/,
		],
		[
			'country',
			'inboxify',
			'contact.create',
			create({ countryCode: 'NL' }),
			/^Country Name or ID must be an ISO code of 3 letters, e.g. NLD, but is "NL"$/,
		],
		[
			'a date',
			'inboxify',
			'contact.create',
			create({ customDate: '31-12-2026' }),
			/^Custom Date must be a date like 2026-12-31/,
		],
		[
			'a day that is not',
			'inboxify',
			'contact.create',
			create({ customDate: '2026-02-30' }),
			/^Custom Date must be a date like/,
		],
		[
			'a long tag',
			'inboxify',
			'tag.add',
			{ list, contactId: email, tags: `kort, ${'x'.repeat(33)}` },
			/^A tag may have 32 characters at most, but has 33/,
		],
		['no tag', 'inboxify', 'tag.add', { list, contactId: email, tags: ' , ' }, /^Tags is empty$/],
		[
			'no tag to delete',
			'inboxify',
			'tag.delete',
			{ list, contactId: email, tag: EMPTY },
			/^Tag is empty$/,
		],
		[
			'a big batch',
			'inboxify',
			'contact.bulkInsert',
			{ list, email, options: { batchSize: 1001 } },
			/^Batch Size must be a number, 1 to 1000/,
		],
		[
			'an offset',
			'inboxify',
			'contact.getAll',
			{ list, options: { offset: -1 } },
			/^Offset must be a number, 0 or more/,
		],
		[
			'a filter',
			'inboxify',
			'contact.getAll',
			{ list, options: { unsubscribed: 'maybe' } },
			/^Unsubscribed must be one of all, exclude, only/,
		],
		[
			'no change',
			'inboxify',
			'contact.update',
			{ list, contactId: email },
			/^Update Fields is empty$/,
		],
		[
			'a yes or no',
			'inboxify',
			'contact.create',
			create({ unsubscribed: 'misschien' }),
			/^Unsubscribed must be one of true, false/,
		],
		[
			'an OIN',
			'cor',
			'organisation.get',
			{ oin: byId('={{ 123 }}') },
			/^OIN must be 20 digits or letters, but is "123"$/,
		],
		[
			'an OIN filter',
			'cor',
			'organisation.getAll',
			{ filters: { oin: 'x'.repeat(20) } },
			/^OIN must be 20 digits or letters/,
		],
		[
			'a KvK number',
			'cor',
			'organisation.getAll',
			{ filters: { kvkNummer: '1234567' } },
			/^KvK Number must be 8 digits/,
		],
		[
			'a code',
			'cor',
			'organisation.getAll',
			{ filters: { organisatieCode: '16' } },
			/^Organisation Code must be at least 4 characters/,
		],
		[
			'a type',
			'cor',
			'organisation.getAll',
			{ filters: { organisatieType: 'X' } },
			/^Organisation Type must be a type such as GM, PV or WS/,
		],
		[
			'a status',
			'cor',
			'organisation.getAll',
			{ filters: { status: 'actief' } },
			/^Status must be one of Actief, Ingetrokken/,
		],
	])('%s', async (_, node, operation, parameters, message) => {
		const { error } = await world.run(node, operation, parameters);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(world.log(node)).toEqual([]);
	});
});
