import type { IDataObject } from 'n8n-workflow';

import { flawOf, freeText, identifying } from '../../nodes/shared/input/text';
import type { LoggedRequest } from '../../sandbox';
import { byId, byName, type NodeName, sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

/** An error before any request, or one segment or field of a request. */
type Outcome = 'refused' | 'sent';

/** Possible inputs, each with its outcome as an identifier. */
const IDENTIFIERS: Array<[name: string, value: unknown, outcome: Outcome]> = [
	['two dots', '..', 'refused'],
	['a dot', '.', 'refused'],
	['dots with spaces', ' .. ', 'refused'],
	['nothing', '', 'refused'],
	['spaces', '  \t', 'refused'],
	['half a character', 'a\ud800', 'refused'],
	['the other half', '\udc00b', 'refused'],
	['null', null, 'refused'],
	['an object', { id: 1 }, 'refused'],
	['a list', ['a', 'b'], 'refused'],
	['a list of nothing', [''], 'refused'],
	['true', true, 'refused'],
	['NaN', NaN, 'refused'],
	['an object that is no text', { toString: 'x' }, 'refused'],
	['encoded dots', '%2e%2e', 'sent'],
	['a path upwards', '../../v2/secrets', 'sent'],
	['a path upwards, encoded', '..%2f..%2fme', 'sent'],
	['a slash', 'a/b', 'sent'],
	['an encoded slash', 'a%2Fb', 'sent'],
	['a backslash', '..\\..', 'sent'],
	['another host', '//evil.example', 'sent'],
	['an address', 'http://evil.example/', 'sent'],
	['a query', '?x=1', 'sent'],
	['a fragment', '#a', 'sent'],
	['a second query', 'a&b=c;d', 'sent'],
	['a header', 'a\r\nX-Evil: 1', 'sent'],
	['a request', 'a HTTP/1.1\r\n\r\nGET /v1/me', 'sent'],
	['a zero byte', 'a\0b', 'refused'],
	['a prototype', '__proto__', 'sent'],
	['a constructor', 'constructor', 'sent'],
	['text that runs backwards', '\u202eabc\u202c', 'sent'],
	['an e-mail address with quotes', '"a b"@x.nl', 'sent'],
	['a percent sign', '100%', 'sent'],
	['a plus', 'a+b', 'sent'],
	['an emoji', '🧾', 'sent'],
	['a number', 12345, 'sent'],
	['zero', 0, 'sent'],
];

/** The value comes from the input item, since n8n checks what is typed into a field. */
const GIVEN = '={{ $json.value }}';
const given = (value: unknown) => ({ items: [{ value }] as IDataObject[] });
const LIST = { list: byName('Webshopklanten') };
const EMAIL = 'iemand@voorbeeld.nl';

/** Operations with an identifier, which is at the asterisk of the path. */
const PLACES: Array<[what: string, NodeName, operation: string, IDataObject, path: string]> = [
	['a contact of Corlega', 'corlega', 'contact.get', { contactId: byId(GIVEN) }, '/v1/contacts/*'],
	['a quote', 'corlega', 'quote.get', { quoteId: byId(GIVEN) }, '/v1/quotes/*'],
	[
		'an invoice to update',
		'corlega',
		'invoice.update',
		{ invoiceId: byId(GIVEN), specifyBody: 'json', jsonBody: { a: 1 } },
		'/v1/invoices/*',
	],
	['a list of Inboxify', 'inboxify', 'contact.getAll', { list: byName(GIVEN) }, '/contacts/*'],
	[
		'a contact of Inboxify',
		'inboxify',
		'contact.get',
		{ ...LIST, contactId: GIVEN },
		'/contacts/Webshopklanten/*',
	],
	[
		'a contact to delete',
		'inboxify',
		'contact.delete',
		{ ...LIST, contactId: GIVEN },
		'/contacts/Webshopklanten/*',
	],
	[
		'a tag to delete',
		'inboxify',
		'tag.delete',
		{ ...LIST, contactId: EMAIL, tag: GIVEN },
		`/contacts/Webshopklanten/${EMAIL}/tags/*`,
	],
];

/** Whether Corlega can have this ID. */
const isPlain = (value: unknown): boolean =>
	/^[\w.~:@+= -]+$/.test(String(value)) && value !== '__proto__' && value !== 'constructor';

/** The only request, with no injected header. */
function onlyRequest(node: NodeName): LoggedRequest {
	const { requests } = world.sandbox[node];
	expect(requests).toHaveLength(1);
	expect(requests[0].headers).not.toHaveProperty('x-evil');
	return requests[0];
}

describe.each(PLACES)('as %s', (_, node, operation, parameters, path) => {
	test.each(IDENTIFIERS)('%s (%j): %s', async (__, value, outcome) => {
		const options = { maxAttempts: 1, timeout: 5 };
		const { error } = await world.run(node, operation, { ...parameters, options }, given(value));

		// Corlega's node takes nothing for an ID that can be none.
		const isRefused = outcome === 'refused' || (node === 'corlega' && !isPlain(value));
		if (isRefused) {
			expect(error?.name).toBe('NodeOperationError');
			expect(error?.message).not.toContain('[object ');
			expect(world.log(node)).toEqual([]);
			return;
		}
		const { rawPath } = onlyRequest(node);
		const sent = path.split('/').map((part) => (part === '*' ? identifying(String(value)) : part));
		expect(rawPath.split('/').map(decodeURIComponent)).toEqual(sent);
		// What is not there is an error of the service, in words.
		if (error) expect(error.name).toBe('NodeApiError');
	});
});

test('an identifier of 10 kB is one segment, or an error in words', async () => {
	const value = 'ab/'.repeat(3_500);
	const { error } = await world.run(
		'corlega',
		'contact.get',
		{ contactId: byId(GIVEN) },
		given(value),
	);

	expect(error?.message.length).toBeLessThan(1_000);
	for (const { rawPath } of world.sandbox.corlega.requests) {
		expect(rawPath).toBe(`/v1/contacts/${encodeURIComponent(value)}`);
	}
});

describe('as an OIN', () => {
	test.each(IDENTIFIERS)('%s (%j) is refused', async (_, value) => {
		const { error } = await world.run(
			'cor',
			'organisation.get',
			{ oin: byId(GIVEN) },
			given(value),
		);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(/OIN/i);
		expect(world.log('cor')).toEqual([]);
	});
});

/** Texts that a field accepts unchanged. */
const TEXTS = IDENTIFIERS.filter(
	([, value]) => typeof value === 'string' && value.trim() === value && value !== '',
);

/** Without half a character or NUL. */
const isSound = (value: unknown): boolean => flawOf(String(value)) === undefined;

describe('as a filter of COR', () => {
	test.each(TEXTS)('%s (%j) is one value, or refused', async (_, value) => {
		const filters = { zoek: GIVEN };
		const { error } = await world.run('cor', 'organisation.getAll', { filters }, given(value));

		if (!isSound(value)) {
			expect(error?.message).toContain("can't be sent");
			expect(world.log('cor')).toEqual([]);
			return;
		}
		// What holds neither a letter nor a digit would find the whole register.
		if (!/[\p{L}\p{N}]/u.test(String(value))) {
			expect(error?.message).toBe('The filter Search is empty');
			expect(world.log('cor')).toEqual([]);
			return;
		}
		expect(error).toBeUndefined();
		expect(onlyRequest('cor').query).toMatchObject({ zoek: identifying(String(value)) });
	});
});

describe('as a field of a body', () => {
	test.each(TEXTS)('of Corlega: %s (%j) is sent as it is, or refused', async (_, value) => {
		const { error } = await world.run('corlega', 'contact.create', { name: GIVEN }, given(value));

		if (!isSound(value)) return expect(error?.message).toContain("can't be sent");
		expect(onlyRequest('corlega').body).toEqual({ name: freeText(String(value)) });
	});

	test.each(TEXTS.filter(([, value]) => String(value).length <= 50))(
		'of Inboxify: %s (%j) is sent as it is, or refused',
		async (_, value) => {
			const additionalFields = { firstName: GIVEN };
			const { error } = await world.run(
				'inboxify',
				'contact.create',
				{ ...LIST, email: EMAIL, additionalFields },
				given(value),
			);

			if (!isSound(value)) return expect(error?.message).toContain("can't be sent");
			const firstName = freeText(String(value));
			expect(onlyRequest('inboxify').body).toEqual({ email: EMAIL, firstName });
		},
	);

	test.each([
		['an object', { a: 1 }],
		['a list', ['a']],
		['true', true],
		['NaN', NaN],
	])('%s is no name', async (_, name) => {
		const { error } = await world.run('corlega', 'contact.create', { name: GIVEN }, given(name));

		expect(error?.message).toMatch(/^Name must be text/);
		expect(world.log('corlega')).toEqual([]);
	});

	test.each(['__proto__', 'constructor', 'toString'])(
		'a field named %s is sent as such, and changes nothing here',
		async (name) => {
			const parameters = [{ name, value: 'x' }];
			await world.run('corlega', 'quote.create', { bodyParameters: { parameters } });

			expect(Object.entries(onlyRequest('corlega').body as object)).toEqual([[name, 'x']]);
			expect(({} as IDataObject).x).toBeUndefined();
		},
	);
});

const OPTIONS: Array<[string, unknown]> = [
	['concurrency', 0],
	['concurrency', 'many'],
	['concurrency', 1e9],
	['concurrency', { a: 1 }],
	['concurrency', [3]],
	['maxAttempts', -1],
	['maxAttempts', 1.5],
	['maxRetryTime', NaN],
	['maxRetryTime', true],
	['timeout', 'Infinity'],
	['timeout', 0],
	['timeout', '1e9'],
];

test.each(OPTIONS)('the option %s given as %j is refused', async (name, value) => {
	const options = { [name]: GIVEN };
	const { error } = await world.run('corlega', 'organization.get', { options }, given(value));

	expect(error?.name).toBe('NodeOperationError');
	expect(error?.message).not.toContain('[object ');
	expect(world.log('corlega')).toEqual([]);
});

test.each([0, -1, 1.5, 'all', NaN, true, [5], { limit: 5 }])(
	'a limit of %j is refused',
	async (limit) => {
		const { error } = await world.run('corlega', 'contact.getAll', { limit: GIVEN }, given(limit));

		expect(error?.message).toMatch(/^Limit must be/);
		expect(world.log('corlega')).toEqual([]);
	},
);
