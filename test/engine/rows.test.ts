import type { IDataObject } from 'n8n-workflow';

import { byId, byName, CONTINUE, type NodeName, sharedWorld } from '../../tools/engine/world';
import { searchList } from './editor';

/** Rows as spreadsheets, databases, mail programs and language models give them. */

const world = sharedWorld({ corlega: { limit: null }, inboxify: { contacts: 20 } });

const LIST = { list: byName('Webshopklanten') };
const EACH = { ...LIST, email: '={{ $json.email }}' };

const bodies = (node: NodeName): IDataObject[] =>
	world.sandbox[node].requests.flatMap(({ body }) => (body ?? []) as IDataObject[]);

/** Inserts a contact into Inboxify, and returns what was sent. */
async function insert(parameters: IDataObject, items: IDataObject[] = [{}]): Promise<IDataObject> {
	const contact = { ...LIST, email: 'rij@voorbeeld.nl', ...parameters };
	await world.run('inboxify', 'contact.bulkInsert', contact, { items });
	return bodies('inboxify')[0];
}

describe('addresses', () => {
	const CELLS: Array<[cell: string, address: string]> = [
		['Jan Jansen <a1@voorbeeld.nl>', 'a1@voorbeeld.nl'],
		['<a2@voorbeeld.nl>', 'a2@voorbeeld.nl'],
		['mailto:a3@voorbeeld.nl', 'a3@voorbeeld.nl'],
		['a4@voorbeeld.nl,', 'a4@voorbeeld.nl'],
		['“b4@voorbeeld.nl”', 'b4@voorbeeld.nl'],
		['`c4@voorbeeld.nl`', 'c4@voorbeeld.nl'],
		['d4@voorbeeld.nl, D4@voorbeeld.nl', 'd4@voorbeeld.nl'],
		['a5\u200b@voorbeeld.nl', 'a5@voorbeeld.nl'],
		['\u202aa6@voorbeeld.nl\u202c', 'a6@voorbeeld.nl'],
		['a7@voor\u00adbeeld.nl\r', 'a7@voorbeeld.nl'],
		['\u00a0a8@voor\u2011beeld.nl', 'a8@voor-beeld.nl'],
		["van'thof@voorbeeld.nl", "van'thof@voorbeeld.nl"],
	];
	const TWO = ['b1@voorbeeld.nl; b2@voorbeeld.nl', 'B <b1@voorbeeld.nl>, C <b2@voorbeeld.nl>'];
	const items = [...CELLS.map(([email]) => ({ email })), ...TWO.map((email) => ({ email }))];

	test.each([
		'contact.bulkInsert',
		'contact.upsert',
		'contact.bulkUnsubscribe',
		'contact.bulkDelete',
		'contact.create',
	])('Inboxify %s sends the one address of a cell, and refuses two', async (operation) => {
		const { json } = await world.run('inboxify', operation, EACH, { items, settings: CONTINUE });

		const errors = json.slice(CELLS.length).map((row) => JSON.stringify(row));
		expect(errors).toEqual(
			TWO.map(() => expect.stringContaining('Email holds 2 e-mail addresses')),
		);
		const sent = json.slice(0, CELLS.length).map(({ email }) => email);
		expect(sent).toEqual(CELLS.map(([, email]) => email));
		expect(JSON.stringify(world.sandbox.inboxify.requests)).not.toMatch(
			/[<\u200b\u202a\u00ad\u00a0]|b[12]@/,
		);
	});

	test.each([
		'jan@voorbeeld.nl#mailto:jan@voorbeeld.nl#',
		'jan@voorbeeld..nl',
		'jan@voorbeeld.nl/',
	])('%s is no address, and is not sent', async (email) => {
		const { json } = await world.run('inboxify', 'contact.upsert', EACH, {
			items: [{ email }],
			settings: CONTINUE,
		});

		expect(json[0].error).toMatch(/^Email must be an e-mail address/);
		expect(world.log('inboxify')).toEqual([]);
	});

	test.each(['contact.get', 'tag.getAll'])(
		'Inboxify %s finds a contact by it',
		async (operation) => {
			const [row] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.values();
			const { error } = await world.run('inboxify', operation, {
				...LIST,
				contactId: byId(`\u200bJan <${row.email}>`),
			});

			expect(error).toBeUndefined();
		},
	);

	test('Corlega upsert makes one contact of one address, however it is written', async () => {
		const forms = [
			'c1@voorbeeld.nl',
			'C <c1@voorbeeld.nl>',
			'mailto:C1@voorbeeld.nl',
			'c1@voor\u200bbeeld.nl;',
			' C1@Voorbeeld.NL',
			'c1@voorbeeld.nl\n',
			'\u200bc1@voorbeeld.nl',
		];
		const rows = [...forms, 'c1@voorbeeld.nl, c2@voorbeeld.nl'].map((email) => ({ email }));
		const { json } = await world.run(
			'corlega',
			'contact.upsert',
			{ matchOn: 'email', matchValue: '={{ $json.email }}', name: 'C' },
			{ items: rows, settings: CONTINUE },
		);

		const [created, ...others] = json.slice(0, forms.length).map(({ outcome }) => outcome);
		expect(created).toBe('created');
		expect(others).toEqual(others.map(() => 'unchanged'));
		expect(JSON.stringify(json.at(-1))).toContain('holds 2 e-mail addresses');
	});

	test.each(['contact.create', 'contact.update'])('Corlega %s too', async (operation) => {
		const [row] = world.sandbox.corlega.contacts.values();
		const fields = {
			email: 'D <d1@voorbeeld.nl>',
			phone: '612345678.0',
			kvkNumber: 'KvK 12345679',
		};
		await world.run('corlega', operation, {
			name: 'D\u00a0\r',
			contactId: byId(`${row.id}\u200b`),
			additionalFields: fields,
			updateFields: fields,
		});

		expect(bodies('corlega')[0]).toMatchObject({
			email: 'd1@voorbeeld.nl',
			phone: '612345678',
			kvkNumber: '12345679',
		});
	});
});

describe('numbers', () => {
	const FORMS = [
		'KvK 90000001',
		'NL 90000001',
		'90000001.0',
		'90.000.001',
		"'90000001",
		90000001,
		'90 00 00 01',
		' 9000-0001\u00a0',
		'90–000–001',
	];

	test('Corlega upsert makes one contact of one KvK number', async () => {
		const { json } = await world.run(
			'corlega',
			'contact.upsert',
			{ matchOn: 'kvkNumber', matchValue: '={{ $json.kvk }}', name: 'K' },
			{ items: FORMS.map((kvk) => ({ kvk })) },
		);

		expect(json.map(({ outcome }) => outcome)).toEqual([
			'created',
			...FORMS.slice(1).map(() => 'unchanged'),
		]);
		expect(bodies('corlega')).toEqual([{ name: 'K', kvkNumber: '90000001' }]);
	});

	test.each([
		['kvkNumber', 'KvK 90000002', '90000002'],
		['kvkNumber', '90.000.002', '90000002'],
		['email', ' Piet@voorbeeld.nl ', 'piet@voorbeeld.nl'],
	] as const)(
		'Corlega finds the contact whose %s is in another form: %j',
		async (field, held, given) => {
			const [row] = world.sandbox.corlega.contacts.values();
			const before = row[field];
			row[field] = held;
			const { json } = await world.run('corlega', 'contact.upsert', {
				matchOn: field,
				matchValue: given,
			});
			row[field] = before;

			expect(json).toMatchObject([{ id: row.id, [field]: held, outcome: 'unchanged' }]);
		},
	);

	test.each(['123456789', '123456', 'KvK onbekend', '1.23E+07', '12345678 / 87654321'])(
		'%s is refused, and what is expected is said',
		async (kvk) => {
			const { error } = await world.run('corlega', 'contact.upsert', {
				matchOn: 'kvkNumber',
				matchValue: kvk,
				name: 'K',
			});

			expect(error?.message).toMatch(/^Match Value \(KvK number\) must be 8 digits/);
			expect(world.log('corlega')).toEqual([]);
		},
	);

	test.each<[unknown, string]>([
		["'0612345678", '0612345678'],
		['6.12345678E+08', '612345678'],
		['06\u201112345678\u00a0', '06-12345678'],
	])('the telephone number %j goes out as %s', async (number, sent) => {
		const items = [{ number }] as IDataObject[];
		const fields = { telephone: '={{ $json.number }}', mobile: '={{ $json.number }}' };
		const contact = await insert({ additionalFields: fields }, items);
		const phone = { name: 'T', additionalFields: { phone: '={{ $json.number }}' } };
		await world.run('corlega', 'contact.create', phone, { items });

		expect(contact).toMatchObject({ telephone: sent, mobile: sent });
		expect(bodies('corlega')[0]).toMatchObject({ phone: sent });
	});

	test.each(['KvK 12345678', '12345678.0', '\u200b12345678\r'])(
		'COR filters by %j',
		async (kvk) => {
			const { error } = await world.run('cor', 'organisation.getAll', {
				filters: { kvkNummer: kvk },
			});

			expect(error).toBeUndefined();
			expect(world.sandbox.cor.requests[0].query).toMatchObject({ kvkNummer: '12345678' });
		},
	);

	test.each(['OIN 00000001234567891000', '0190:00000001234567891000', '00000001 2345 6789 1000'])(
		'COR gets the organisation of %j',
		async (oin) => {
			const { json } = await world.run('cor', 'organisation.get', { oin: byId(oin) });

			expect(json[0]).toMatchObject({ oin: '00000001234567891000' });
		},
	);

	test.each([
		['IBAN: NL91\u00a0ABNA 0417 1643 00\u200b\r', 'NL91 ABNA 0417 1643 00'],
		['NL91 ABNA 0417 1643 01', 'NL91 ABNA 0417 1643 01'],
	])('the IBAN %j goes out as %s', async (iban, sent) => {
		await world.run('corlega', 'organization.update', { updateFields: { iban } });

		expect(bodies('corlega')).toEqual([{ iban: sent }]);
	});
});

describe('names', () => {
	const NAME = 'Gemeente Súdwest-Fryslân';
	const WRITTEN = [NAME.normalize('NFD'), NAME.replace(' ', '\u00a0'), `${NAME}\u200b\r\n`];

	test.each(WRITTEN)('COR finds %j', async (naam) => {
		await world.run('cor', 'organisation.getAll', { filters: { naam } });
		await world.run('cor', 'organisation.getAll', { filters: { zoek: naam } });
		await searchList(world.setup('cor'), 'searchOrganisations', naam);

		const queries = world.sandbox.cor.requests.map(({ query }) => query.naam ?? query.zoek);
		expect(queries).toEqual([NAME, NAME, NAME]);
	});

	test.each(['Café Zoë', 'Café Zoë'.normalize('NFD')])('a dropdown finds %j', async (stored) => {
		const [row] = world.sandbox.corlega.contacts.values();
		const { name } = row;
		row.name = stored;
		for (const typed of ['Café\u00a0Zoë', 'café zoë'.normalize('NFD'), 'CAFÉ\u200b ZOË']) {
			const { results } = await searchList(world.setup('corlega'), 'searchContacts', typed);
			expect(results.map(({ value }) => value)).toEqual([row.id]);
		}
		row.name = name;
	});

	test('what was chosen from a dropdown goes out exactly as the service gave it', async () => {
		const chosen = (value: string) => ({ __rl: true, mode: 'list', value });
		await world.run('inboxify', 'contact.getAll', { list: chosen('Leden  \u00a0A ') });
		await world.run('inboxify', 'tag.delete', {
			list: chosen('Leden '),
			contactId: chosen('x@y.nl '),
			tag: chosen('Merk A '),
		});
		await world.run('inboxify', 'contact.getAll', { list: chosen("={{ 'Leden\\r' }}") });

		expect(world.sandbox.inboxify.requests.map(({ path }) => decodeURIComponent(path))).toEqual([
			'/contacts/Leden  \u00a0A ',
			'/contacts/Leden /x@y.nl /tags/Merk A ',
			'/contacts/Leden',
		]);
	});

	test('free text keeps all but the white space around it', async () => {
		const remarks = ' Belt\u00a0terug\r\nover "A\u200b" \r';
		const contact = await insert({ additionalFields: { remarks, firstName: '\tJan\r' } });

		expect(contact).toMatchObject({
			remarks: 'Belt\u00a0terug\nover "A\u200b"',
			firstName: 'Jan',
		});
	});
});

describe('tags', () => {
	const WRITTEN: unknown[] = [
		'VIP, Merk A',
		'VIP; Merk A',
		'VIP;Merk A;',
		'"VIP","Merk A"',
		'"VIP";"Merk A"',
		'["VIP","Merk A"]',
		"['VIP', 'Merk A']",
		'{VIP,"Merk A"}',
		'“VIP”, “Merk A”',
		'VIP\r\nMerk A\r\n',
		'- VIP\n- Merk A',
		'"[\\"VIP\\",\\"Merk A\\"]"',
		'VIP\n\nMerk\u00a0A\u200b',
		['VIP', ' Merk A '],
		['"VIP"', '"Merk A"'],
	];

	test.each(WRITTEN)('%j are two, in a contact and by themselves', async (tags) => {
		const items = [{ tags } as IDataObject];
		const fields = { tags: '={{ $json.tags }}' };
		const contact = await insert({ additionalFields: fields }, items);
		const target = { ...LIST, contactId: byId('rij@voorbeeld.nl') };
		await world.run('inboxify', 'tag.add', { ...target, ...fields }, { items });

		expect(contact.tags).toEqual(['VIP', 'Merk A']);
		expect(bodies('inboxify').slice(1)).toEqual(['VIP', 'Merk A']);
	});

	test('a comma between quotation marks is part of a tag', async () => {
		await world.run('inboxify', 'tag.add', {
			...LIST,
			contactId: byId('f1@voorbeeld.nl'),
			tags: '"Merk A, B", "Zeg ""hallo""", \'t Hof',
		});

		expect(bodies('inboxify')).toEqual(['Merk A, B', 'Zeg "hallo"', "'t Hof"]);
	});
});

describe('dates and switches', () => {
	test.each([
		['2009-12-10T23:00:00Z', '2009-12-11'],
		['2026-05-26T22:00:00.000Z', '2026-05-27'],
		['2026-12-31 23:00:00+00', '2027-01-01'],
		['2026-12-31T23:30:00-05:00', '2027-01-01'],
		['2026-12-31 23:00:00 UTC', '2027-01-01'],
		['2026-12-31', '2026-12-31'],
		['2026-12-31 00:00:00', '2026-12-31'],
		["={{ new Date('2026-12-30T23:00:00Z') }}", '2026-12-31'],
	])('the Custom Date %s is %s', async (customDate, day) => {
		expect(await insert({ additionalFields: { customDate } })).toMatchObject({ customDate: day });
	});

	test.each<[unknown, boolean]>([
		[1, true],
		['1', true],
		['1.0', true],
		['ja', true],
		['Yes', true],
		['WAAR', true],
		[0, false],
		['0', false],
		['nee', false],
		['No ', false],
		['onwaar', false],
	])('a yes or no of %j', async (value, meant) => {
		const items = [{ value } as IDataObject];
		const given = '={{ $json.value }}';
		const contact = await insert(
			{ additionalFields: { unsubscribed: given }, options: { overwrite: given } },
			items,
		);
		const field = { name: 'x', type: 'boolean', value: given };
		const invoice = { bodyParameters: { parameters: [field] } };
		await world.run('corlega', 'invoice.create', invoice, { items });
		const one = { limit: 1, simplify: given, returnAll: false };
		const { json } = await world.run('cor', 'organisation.getAll', one, { items });

		expect(contact.unsubscribed).toBe(meant);
		expect(world.sandbox.inboxify.requests[0].query.overwrite).toBe(meant ? 'True' : 'False');
		expect(bodies('corlega')[0].x).toBe(meant);
		expect('_links' in json[0]).toBe(!meant);
	});
});

describe('half characters and NUL', () => {
	const FLAWS = ['Jan \ud83d', 'Jan\0sen', '\udc00'];
	const items = [{ text: 'Jan' }, ...FLAWS.map((text) => ({ text })), { text: 'Piet' }];
	const CASES: Array<[NodeName, string, IDataObject]> = [
		[
			'inboxify',
			'contact.bulkInsert',
			{
				...LIST,
				email: '={{ $itemIndex }}@x.nl',
				additionalFields: { lastName: '={{ $json.text }}' },
			},
		],
		[
			'inboxify',
			'contact.upsert',
			{ ...LIST, email: '={{ $itemIndex }}@x.nl', additionalFields: { tags: '={{ $json.text }}' } },
		],
		['inboxify', 'contact.bulkDelete', { ...LIST, email: '={{ $json.text }}@x.nl' }],
		['inboxify', 'contact.create', { ...LIST, email: '={{ $json.text }}@x.nl' }],
		['corlega', 'contact.create', { name: '={{ $json.text }}' }],
		[
			'corlega',
			'invoice.create',
			{ specifyBody: 'json', jsonBody: '={{ { lines: [{ title: $json.text }] } }}' },
		],
		['cor', 'organisation.getAll', { filters: { naam: '={{ $json.text }}' } }],
	];

	test.each(CASES)(
		'%s %s: the row has an error, and the others go on',
		async (node, operation, parameters) => {
			const { json } = await world.run(node, operation, parameters, { items, settings: CONTINUE });

			const texts = json.map((row) => JSON.stringify(row));
			const flawed = texts.filter((text) => /half a character|NUL/.test(text));
			expect(flawed).toHaveLength(FLAWS.length);
			expect(JSON.stringify(world.sandbox[node].requests)).not.toMatch(/\\u(d[89a-f]|0000)/i);
		},
	);
});
