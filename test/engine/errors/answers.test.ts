jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../../fakeClock').workflowWithFakeClock(),
);

import type { IDataObject } from 'n8n-workflow';

import type * as FakeClock from '../../fakeClock';
import { resetClock, slept } from '../../fakeClock';
import { byId, byName, type NodeName, sharedWorld } from '../../../tools/engine/world';

/** Answers as servers and proxies really give them. */

const world = sharedWorld({ inboxify: { contacts: 20 } });

beforeEach(() => resetClock());

const LIST = { list: byName('Webshopklanten') };
const NAME = 'Súdwest-Fryslân';

const READS: Array<[NodeName, operation: string]> = [
	['corlega', 'contact.getAll'],
	['inboxify', 'contact.getAll'],
	['cor', 'organisation.getAll'],
];

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('an answer is decoded as it says', () => {
	const ENCODED: Array<[string, string, (text: string) => Buffer]> = [
		['ISO-8859-1', 'application/json; charset=ISO-8859-1', (text) => Buffer.from(text, 'latin1')],
		[
			'windows-1252',
			'application/json;charset="windows-1252"',
			(text) => Buffer.from(text, 'latin1'),
		],
		['UTF-16LE', 'application/json; charset=utf-16le', (text) => Buffer.from(text, 'utf16le')],
		['UTF-16 with a mark', 'application/json', (text) => utf16be(`\ufeff${text}`)],
		['UTF-8 with a mark', 'application/json', (text) => Buffer.from(`\ufeff${text}`)],
		['an unknown one', 'application/json; charset=klingon', (text) => Buffer.from(text)],
	];
	const ANSWERS: Partial<Record<NodeName, [body: unknown, field: string]>> = {
		corlega: [{ data: [{ id: 'a', name: NAME }], meta: {} }, 'name'],
		inboxify: [[{ id: 'a', lastName: NAME }], 'lastName'],
		cor: [{ organisaties: [{ oin: '1', naam: NAME }] }, 'naam'],
	};

	test.each(READS.flatMap((read) => ENCODED.map((encoded) => [...read, ...encoded] as const)))(
		'%s %s in %s',
		async (node, operation, _, contentType, encode) => {
			const [body, field] = ANSWERS[node]!;
			world.sandbox[node].faults.push({ contentType, rawBody: encode(JSON.stringify(body)) });
			const { json } = await world.run(node, operation, { ...LIST, limit: 1 });

			expect(json[0]?.[field]).toBe(NAME);
		},
	);
});

describe('reasons are reported wherever they are', () => {
	const BODIES: Array<[body: unknown, words: RegExp]> = [
		[
			{ Message: 'The request is invalid.', ModelState: { 'contact.Email': ['Ongeldig adres'] } },
			/The request is invalid\. contact\.Email: Ongeldig adres/,
		],
		[{ modelState: { name: ['Te lang', 'Leeg'] } }, /name: Te lang; Leeg/],
		[{ errors: ['Eerste reden', { message: 'Tweede reden' }] }, /Eerste reden; Tweede reden/],
		[
			{ errors: { email: ['bestaat al'] }, title: 'One or more errors' },
			/One or more errors.*email: bestaat al/,
		],
		[
			{ type: 'about:blank', title: 'Niet toegestaan', detail: 'Saldo te laag' },
			/Niet toegestaan\. Saldo te laag/,
		],
		[
			{ error: { code: 'x', message: 'Mag niet', details: [{ field: 'a', message: 'fout' }] } },
			/Mag niet/,
		],
		[{ error: 'invalid', error_description: 'Sleutel verlopen' }, /Sleutel verlopen/],
		['Plat: mag niet', /Plat: mag niet/],
		[[{ description: 'In een lijst' }], /In een lijst/],
	];
	const OPERATIONS: Array<[NodeName, string, IDataObject]> = [
		['corlega', 'contact.create', { name: 'x' }],
		['inboxify', 'contact.update', { ...LIST, contactId: byId('a'), updateFields: { city: 'x' } }],
		['cor', 'organisation.getAll', {}],
	];

	test.each(OPERATIONS.flatMap((one) => BODIES.map((body) => [...one, ...body] as const)))(
		'%s %s %j: %j',
		async (node, operation, parameters, body, words) => {
			world.sandbox[node].faults.push({ status: 400, body });
			const { error } = await world.run(node, operation, parameters);

			expect(error?.message).toMatch(words);
			expect(error?.message).not.toMatch(/object Object|no explanation/);
		},
	);

	test('plain text of a proxy is reported, its page of HTML is not', async () => {
		world.sandbox.cor.faults.push(
			{ status: 400, rawBody: 'upstream says no', contentType: 'text/plain' },
			{ status: 400, rawBody: '<html>no</html>', contentType: 'text/html' },
		);
		const plain = await world.run('cor', 'organisation.getAll');
		const page = await world.run('cor', 'organisation.getAll');

		expect(plain.error?.message).toContain('upstream says no');
		expect(page.error?.message).toContain('no explanation');
	});
});

describe('a write that may be repeated', () => {
	const WRITES: Array<[NodeName, string, IDataObject]> = [
		['corlega', 'contact.update', { updateFields: { phone: '050' } }],
		['corlega', 'organization.update', { updateFields: { invoiceFooter: 'x' } }],
		['inboxify', 'contact.update', { ...LIST, updateFields: { city: 'x' } }],
		['inboxify', 'contact.delete', LIST],
		['inboxify', 'contact.bulkUnsubscribe', { ...LIST, email: 'a@b.nl' }],
	];
	const BROKEN: Array<[string, object]> = [
		['broken JSON', { rawBody: '{"data":{"id":"01' }],
		["a proxy's page", { rawBody: '<html></html>', contentType: 'text/html' }],
	];

	test.each(WRITES.flatMap((write) => BROKEN.map((broken) => [...write, ...broken] as const)))(
		'%s %s %j is sent again after %s',
		async (node, operation, parameters, _, broken) => {
			const corlegaId = world.sandbox.corlega.contacts.rows[0].id;
			const [contact] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.rows;
			const contactId = byId(node === 'corlega' ? corlegaId : String(contact.email));
			world.sandbox[node].faults.push({ ...broken, processed: true });
			const { error } = await world.run(node, operation, { ...parameters, contactId });

			expect(error).toBeUndefined();
			expect(world.log(node)).toHaveLength(2);
		},
	);

	test.each(BROKEN)('a create is not sent again after %s', async (_, broken) => {
		world.sandbox.corlega.faults.push({ ...broken, processed: true });
		const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

		expect(error?.message).toContain('an unexpected response instead of an object');
		expect(error?.message).toContain('It may have been created all the same.');
		expect(world.log('corlega')).toHaveLength(1);
	});
});

describe('pauses', () => {
	test.each([
		['0', 500, 2_000],
		['Thu, 26 Nov 2026 10:00:00 GMT', 500, 2_000],
		[undefined, 60_000, 60_000],
	])('a 429 of Corlega with Retry-After %s', async (retryAfter, least, most) => {
		const date = 'Thu, 26 Nov 2026 10:00:00 GMT';
		const headers: Record<string, string> = { Date: date };
		if (retryAfter !== undefined) headers['Retry-After'] = retryAfter;
		world.sandbox.corlega.faults.push({ status: 429, headers });
		const { error } = await world.run('corlega', 'apiKey.get');

		expect(error).toBeUndefined();
		expect(slept()).toBeGreaterThanOrEqual(least - 100);
		expect(slept()).toBeLessThanOrEqual(most + 100);
	});

	test.each([408, 520, 521, 522, 523, 524])('%i counts as 503 does', async (status) => {
		for (const [node, operation] of READS) {
			world.sandbox[node].faults.push({ status });
			const { json } = await world.run(node, operation, { ...LIST, limit: 1 });
			expect(json).toHaveLength(1);
		}

		world.sandbox.corlega.faults.push({ status });
		const { error } = await world.run('corlega', 'contact.create', { name: 'x' });
		expect(error?.message).toContain('may have been created');
	});
});

describe('numbers beyond 2^53', () => {
	const ONE = '90071992547409931';
	const OTHER = '90071992547409932';

	test('two IDs that big stay two', async () => {
		world.sandbox.corlega.faults.push({
			rawBody: `{"data":[{"id":${ONE}},{"id":${OTHER}}],"meta":{"total":2}}`,
		});
		world.sandbox.inboxify.faults.push({
			rawBody: `[{"id":${ONE},"note":"id 90071992547409931"},{"id":${OTHER}}]`,
		});

		for (const node of ['corlega', 'inboxify'] as const) {
			const { json } = await world.run(node, 'contact.getAll', { ...LIST, returnAll: true });
			expect(json.map(({ id }) => id)).toEqual([ONE, OTHER]);
		}
	});

	test.each<[string, IDataObject]>([
		['JSON', { specifyBody: 'json', jsonBody: `{ "lines": [{ "ref": ${ONE} }] }` }],
		['JSON', { specifyBody: 'json', jsonBody: '{ "total": 0.12345678901234567891 }' }],
		['an expression', { specifyBody: 'json', jsonBody: `={{ { ref: ${ONE} } }}` }],
		['a pair', { bodyParameters: { parameters: [{ name: 'ref', type: 'number', value: ONE }] } }],
		[
			'a pair of JSON',
			{ bodyParameters: { parameters: [{ name: 'ref', type: 'json', value: `[${ONE}]` }] } },
		],
		[
			'a pair by expression',
			{ bodyParameters: { parameters: [{ name: 'ref', value: `={{ ${ONE} }}` }] } },
		],
	])('in %s they are refused: %j', async (_, parameters) => {
		const { error } = await world.run('corlega', 'invoice.create', parameters);

		expect(error?.message).toMatch(/too many digits|too large|at most 15 digits/);
		expect(world.log('corlega')).toEqual([]);
	});

	test('digits in text, and numbers of 15 digits, go out as they are', async () => {
		const body = { ref: ONE, total: 123456789012345, price: 0.1, '12345678901234567': 'x' };
		await world.run('corlega', 'invoice.create', {
			specifyBody: 'json',
			jsonBody: JSON.stringify(body),
		});

		expect(world.sandbox.corlega.requests[0].body).toEqual(body);
	});
});
