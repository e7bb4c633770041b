import type { IDataObject } from 'n8n-workflow';

import { flawOf, freeText, identifying } from '../../nodes/shared/input/text';
import type { LoggedRequest } from '../../sandbox';
import { byId, byName, type NodeName, World } from '../../tools/engine/world';

let world: World;

beforeAll(async () => {
	world = await World.start({ corlega: { limit: null } });
});

afterAll(async () => await world.sandbox.close());

beforeEach(() => world.clear());

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

interface Place {
	node: NodeName;
	operation: string;
	parameters: IDataObject;
	segments: number;
	at: number;
}

/** The value comes from the input item, since n8n checks what is typed into a field. */
const GIVEN = '={{ $json.value }}';
const given = (value: unknown) => ({ items: [{ value }] as IDataObject[] });
const LIST = { list: byName('Webshopklanten') };
const EMAIL = 'iemand@voorbeeld.nl';

const PLACES: Record<string, Place> = {
	'a contact of Corlega': {
		node: 'corlega',
		operation: 'contact.get',
		parameters: { contactId: byId(GIVEN) },
		segments: 2,
		at: 1,
	},
	'a quote': {
		node: 'corlega',
		operation: 'quote.get',
		parameters: { quoteId: byId(GIVEN) },
		segments: 2,
		at: 1,
	},
	'an invoice to update': {
		node: 'corlega',
		operation: 'invoice.update',
		parameters: { invoiceId: byId(GIVEN), specifyBody: 'json', jsonBody: { a: 1 } },
		segments: 2,
		at: 1,
	},
	'a list of Inboxify': {
		node: 'inboxify',
		operation: 'contact.getAll',
		parameters: { list: byName(GIVEN) },
		segments: 2,
		at: 1,
	},
	'a contact of Inboxify': {
		node: 'inboxify',
		operation: 'contact.get',
		parameters: { ...LIST, contactId: GIVEN },
		segments: 3,
		at: 2,
	},
	'a contact to delete': {
		node: 'inboxify',
		operation: 'contact.delete',
		parameters: { ...LIST, contactId: GIVEN },
		segments: 3,
		at: 2,
	},
	'a tag to delete': {
		node: 'inboxify',
		operation: 'tag.delete',
		parameters: { ...LIST, contactId: EMAIL, tag: GIVEN },
		segments: 5,
		at: 4,
	},
};

/** Whether Corlega can have this ID. */
const isPlain = (value: unknown): boolean =>
	/^[\w.~:@+= -]+$/.test(String(value)) && value !== '__proto__' && value !== 'constructor';

const BASES: Record<string, number> = { corlega: 1, inboxify: 0, cor: 3 };

/** The only request, with no injected header. */
function onlyRequest(node: NodeName): LoggedRequest {
	const { requests } = world.sandbox[node];
	expect(requests).toHaveLength(1);
	expect(requests[0].headers).not.toHaveProperty('x-evil');
	return requests[0];
}

describe.each(Object.entries(PLACES))('as %s', (_, { node, operation, parameters, ...place }) => {
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
		const segments = rawPath.split('/').slice(1 + BASES[node]);
		expect(segments).toHaveLength(place.segments);
		expect(decodeURIComponent(segments[place.at])).toBe(identifying(String(value)));
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
