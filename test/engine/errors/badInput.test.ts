import type { IDataObject } from 'n8n-workflow';
import { byId, byName, type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

// n8n itself reports an empty required field, but not an expression that is empty.
const EMPTY = '={{ "" }}';

const pairs = (...parameters: IDataObject[]) => ({ bodyParameters: { parameters } });
const json = (jsonBody: string) => ({ specifyBody: 'json', jsonBody });

type Mistake = [parameters: IDataObject, message: RegExp];

/** By operation. */
const CORLEGA: Record<string, Mistake[]> = {
	'contact.create': [
		[{ name: ' ' }, /^Name is empty$/],
		[{ name: 'x', additionalFields: { phone: '={{ {} }}' } }, /^Phone must be text/],
		[
			{ name: 'x', additionalFields: { customFields: { field: [{ name: 'name', value: 'y' }] } } },
			/"name" is given twice/,
		],
	],
	'contact.get': [
		[{ contactId: byId(EMPTY) }, /^Contact is empty$/],
		[{ contactId: byId('..') }, /can't be used as an identifier/],
	],
	'contact.getAll': [
		[{ limit: 0 }, /^Limit must be a number, 1 or more, but is "0"$/],
		[{ options: { maxAttempts: 0 } }, /^Maximum Attempts must be a number, 1 to 20/],
	],
	'contact.update': [[{ contactId: byId('1') }, /^Update Fields is empty$/]],
	'invoice.update': [[{ invoiceId: byId('1'), ...json('{}') }, /^JSON is empty$/]],
	'organization.update': [
		[
			{ updateFields: { defaultVatPercentage: 101 } },
			/^Default VAT Percentage must be a number, 0 to 100, but is "101"$/,
		],
		[
			{ updateFields: { defaultCurrency: 'euro' } },
			/^Default Currency Name or ID must be a code of 3 letters/,
		],
		[{ updateFields: { defaultPaymentTermsDays: 1.5 } }, /must be a whole number/],
	],
	'quote.create': [
		[{}, /^Body Fields is empty$/],
		[pairs({ name: '', value: 'y' }), /^The name of a field is empty$/],
		[pairs({ name: 'a', value: '1' }, { name: 'a', value: '2' }), /names a field twice/],
		[json('{ a: '), /^The body must be valid JSON, but is /],
		[json('[1]'), /^The body must be one JSON object$/],
	],
};

const created = (additionalFields: IDataObject) => ({
	email: 'jan@voorbeeld.nl',
	additionalFields,
});
const CONTACT = { contactId: 'jan@voorbeeld.nl' };

const INBOXIFY: Record<string, Mistake[]> = {
	'contact.bulkInsert': [
		[
			{ email: 'jan@voorbeeld.nl', options: { batchSize: 1001 } },
			/^Batch Size must be a number, 1 to 1000/,
		],
	],
	'contact.create': [
		[{ email: EMPTY }, /^Email is empty$/],
		[
			{ email: `${'a'.repeat(40)}@voorbeeld.nl` },
			/^Email may have 50 characters at most, but has 53/,
		],
		[
			created({ insertion: 'x'.repeat(21) }),
			/^Insertion may have 20 characters at most, but has 21/,
		],
		[created({ sex: 3 }), /^Sex must be one of 0, 1, 2, but is "3"$/],
		[
			created({ countryCode: 'NL' }),
			/^Country Name or ID must be an ISO code of 3 letters, e.g. NLD, but is "NL"$/,
		],
		[created({ customDate: '31-12-2026' }), /^Custom Date must be a date like 2026-12-31/],
		[created({ customDate: '2026-02-30' }), /^Custom Date must be a date like/],
		[created({ unsubscribed: 'misschien' }), /^Unsubscribed must be one of true, false/],
	],
	'contact.getAll': [
		[{ list: byName(EMPTY) }, /^List is empty$/],
		[{ options: { offset: -1 } }, /^Offset must be a number, 0 or more/],
		[{ options: { unsubscribed: 'maybe' } }, /^Unsubscribed must be one of all, exclude, only/],
	],
	'contact.update': [[CONTACT, /^Update Fields is empty$/]],
	'tag.add': [
		[
			{ ...CONTACT, tags: `kort, ${'x'.repeat(33)}` },
			/^A tag may have 32 characters at most, but has 33/,
		],
		[{ ...CONTACT, tags: ' , ' }, /^Tags is empty$/],
	],
	'tag.delete': [[{ ...CONTACT, tag: EMPTY }, /^Tag is empty$/]],
};

const COR: Record<string, Mistake[]> = {
	'organisation.get': [
		[{ oin: byId('={{ 123 }}') }, /^OIN must be 20 digits or letters, but is "123"$/],
	],
	'organisation.getAll': [
		[{ filters: { oin: 'x'.repeat(20) } }, /^OIN must be 20 digits or letters/],
		[{ filters: { kvkNummer: '1234567' } }, /^KvK Number must be 8 digits/],
		[{ filters: { organisatieCode: '16' } }, /^Organisation Code must be at least 4 characters/],
		[
			{ filters: { organisatieType: 'X' } },
			/^Organisation Type must be a type such as GM, PV or WS/,
		],
		[{ filters: { status: 'actief' } }, /^Status must be one of Actief, Ingetrokken/],
	],
};

const mistakesIn = (node: NodeName, operations: Record<string, Mistake[]>) =>
	Object.entries(operations).flatMap(([operation, mistakes]) =>
		mistakes.map((mistake) => [node, operation, ...mistake] as const),
	);

describe('bad input is reported before any request', () => {
	test.each([
		...mistakesIn('corlega', CORLEGA),
		...mistakesIn('inboxify', INBOXIFY),
		...mistakesIn('cor', COR),
	])('%s %s %j: %s', async (node, operation, parameters, message) => {
		const list = byName('Webshopklanten');
		const { error } = await world.run(node, operation, { list, ...parameters });

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(error?.context?.itemIndex).toBe(0);
		expect(world.log(node)).toEqual([]);
	});
});
