import type { IDataObject } from 'n8n-workflow';

import { byId, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const OPERATIONS: Array<[string, string, IDataObject]> = [
	['contact.get', 'contactId', {}],
	['contact.update', 'contactId', { updateFields: { phone: '1' } }],
	['quote.get', 'quoteId', {}],
	['quote.update', 'quoteId', { specifyBody: 'json', jsonBody: '{ "title": "x" }' }],
	['invoice.get', 'invoiceId', {}],
	['invoice.update', 'invoiceId', { specifyBody: 'json', jsonBody: '{ "title": "x" }' }],
];

const HOSTILE: unknown[] = [
	null,
	undefined,
	'',
	'  ',
	true,
	1.5,
	-1,
	1e21,
	['01H'],
	{},
	{ id: '01H' },
	'.',
	'..',
	' .. ',
	'...',
	'%2e%2e',
	'%2E.',
	'../organization',
	'..\\organization',
	'a/b',
	'a\\b',
	'a?b',
	'a#b',
	'a%2fb',
	'a\r\nHost: x',
	'a\u0000',
	'a\u202eb',
	'x'.repeat(10_000),
	'__proto__',
	'constructor',
	'toString',
	'[object Object]',
	'undefined',
	'null',
	'NaN',
];

test.each(OPERATIONS)(
	'%s takes nothing for an identifier that is none',
	async (operation, name, parameters) => {
		const items = HOSTILE.map((id) => ({ id: id as string }));
		for (const value of [byId('={{ $json.id }}'), '={{ $json.id }}']) {
			const { json, outputs } = await world.run(
				'corlega',
				operation,
				{ ...parameters, [name]: value },
				{ items, settings: CONTINUE },
			);

			expect(json).toHaveLength(HOSTILE.length);
			outputs[0].forEach(({ json: { error, details } }, index) => {
				expect([HOSTILE[index], details]).toEqual([
					HOSTILE[index],
					expect.objectContaining({ status: null, attempts: 0, item: index }),
				]);
				expect(error).toMatch(/^(Contact|Quote|Invoice)/);
				expect(String(error).length).toBeLessThan(400);
			});
			expect(world.log('corlega')).toEqual([]);
		}
	},
);

test.each(['01HE9Z', 'a-b_c.d~e', 'e:1', 'x@y', '42'])('%j can be one', async (id) => {
	const { error } = await world.run('corlega', 'contact.get', { contactId: byId(id) });

	expect(error?.message).toContain('HTTP 404');
	expect(world.log('corlega')).toEqual([`GET /contacts/${id}`]);
});

test('a whole number counts as its digits', async () => {
	const [row] = world.sandbox.corlega.contacts.values();
	world.sandbox.corlega.contacts.set('1234', { ...row, id: '1234' });
	const { json } = await world.run(
		'corlega',
		'contact.get',
		{ contactId: byId('={{ $json.id }}') },
		{ items: [{ id: 1234 }] },
	);
	world.sandbox.corlega.contacts.delete('1234');

	expect(json).toEqual([{ ...row, id: '1234' }]);
});
