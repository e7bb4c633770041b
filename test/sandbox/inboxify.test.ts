import { enc, HmacSHA256, SHA1 } from 'crypto-js';
import type { Dispatcher } from 'undici';

import type { Contact, ContactList } from '../../sandbox';
import { call as send, sharedSandbox } from './sandbox';

const sandbox = sharedSandbox();
let list: ContactList;
let calls = 0;

beforeEach(() => {
	list = sandbox.inboxify.addList('Leden & donateurs', 5);
});

/** The three headers of the document's PHP example. */
function signed(salt: string): Record<string, string> {
	const { apiKey, secretKey } = sandbox.inboxify;
	const signature = encodeURIComponent(HmacSHA256(salt, secretKey).toString(enc.Base64));
	return { apikey: apiKey, salt, signature };
}

/** Calls like Inboxify's own PHP client: no `/api`, and a new salt for every request. */
const call = async (
	method: Dispatcher.HttpMethod,
	path: string,
	body?: unknown,
	headers = signed(SHA1(`call ${++calls}`).toString()),
) =>
	await send<unknown>(`${sandbox.inboxify.url}/${path}`, {
		method,
		headers: { ...headers, 'content-type': 'application/json' },
		body: body === undefined ? null : JSON.stringify(body),
	});

const inPath = (name: string) => `contacts/${encodeURIComponent(name)}`;
const path = (...rest: string[]) => [inPath(list.name), ...rest.map(encodeURIComponent)].join('/');
const seeded = (index: number): Contact => list.contacts.rows[index];

describe('a list', () => {
	test('is listed with its id and name', async () => {
		const { status, body } = await call('GET', 'lists');

		expect(status).toBe(200);
		expect(body).toContainEqual({ id: list.id, list: 'Leden & donateurs' });
	});

	test.each<[string, () => string]>([
		['its name', () => list.name],
		['its name in another letter case', () => list.name.toUpperCase()],
		['its id', () => list.id],
		['its id in another letter case', () => list.id.toLowerCase()],
	])('is found by %s', async (_, nameOf) => {
		const { status, headers, body } = await call('GET', inPath(nameOf()));

		expect(status).toBe(200);
		expect(headers['x-total-count']).toBe('5');
		expect(body).toEqual(list.contacts.rows);
	});

	test('is not found by anything else', async () => {
		expect(await call('GET', inPath('Leden'))).toMatchObject({ status: 404 });
	});
});

test('a contact that goes while a list is read takes another from a page', async () => {
	const emails = [...list.contacts.keys()];
	sandbox.inboxify.onRequest = ({ query }) => {
		if (query.offset === '2') list.contacts.delete(emails[0]);
	};
	const first = await call('GET', `${path()}?limit=2&offset=0`);
	const second = await call('GET', `${path()}?limit=2&offset=2`);
	sandbox.inboxify.onRequest = undefined;

	expect(first.body).toMatchObject([{ email: emails[0] }, { email: emails[1] }]);
	expect(second.body).toMatchObject([{ email: emails[3] }, { email: emails[4] }]);
});

describe('booleans in a query', () => {
	test.each(['true', 'True', 'TRUE'])('%s is true', async (word) => {
		for (const contact of list.contacts.rows) contact.unsubscribed = contact === seeded(2);
		const { status, body } = await call('GET', `${path()}?unsubscribed=${word}`);

		expect(status).toBe(200);
		expect(body).toEqual([seeded(2)]);
	});

	test.each(['1', 'yes', ''])('"%s" is refused', async (word) => {
		expect(await call('GET', `${path()}?unsubscribed=${word}`)).toMatchObject({ status: 400 });
	});

	test.each<[string, boolean]>([
		['True', false],
		['False', true],
		['true', false],
		['false', true],
	])('PUT ?subscribe=%s makes unsubscribed %s', async (word, unsubscribed) => {
		seeded(0).unsubscribed = !unsubscribed;
		const { email } = seeded(0);

		expect(await call('PUT', `${path(email)}?subscribe=${word}`, {})).toMatchObject({
			status: 200,
		});
		expect(seeded(0).unsubscribed).toBe(unsubscribed);
	});
});

describe('bulk calls', () => {
	const sent = () => [{ email: seeded(0).email, city: 'Zeist' }, { email: 'nieuw@post.example' }];

	test('bulk-insert?overwrite=true overwrites', async () => {
		const { status, headers, body } = await call(
			'POST',
			`${path('bulk-insert')}?overwrite=true`,
			sent(),
		);

		expect([status, body]).toEqual([200, []]);
		expect(headers).toMatchObject({
			'x-total-count': '2',
			'x-total-fail': '0',
			'x-total-success': '2',
		});
		expect(seeded(0).city).toBe('Zeist');
		expect(list.contacts.size).toBe(6);
	});

	test('bulk-insert?overwrite=false names existing contacts', async () => {
		const { city, email } = seeded(0);
		const { status, headers, body } = await call(
			'POST',
			`${path('bulk-insert')}?overwrite=false`,
			sent(),
		);

		expect([status, body]).toEqual([200, [expect.objectContaining({ email })]]);
		expect(headers).toMatchObject({ 'x-total-fail': '1', 'x-total-success': '1' });
		expect(seeded(0).city).toBe(city);
	});

	test.each([
		['true', true],
		['false', false],
	])('bulk-delete?unsubscribe=%s', async (word, unsubscribed) => {
		const { email } = seeded(0);
		const query = `?unsubscribe=${word}`;
		const { status } = await call('POST', `${path('bulk-delete')}${query}`, [{ email }]);

		expect(status).toBe(200);
		expect(list.contacts.has(email)).toBe(false);
		expect(list.unsubscribedAddresses.has(email)).toBe(unsubscribed);
	});
});

describe('a whole contact', () => {
	test('goes back by PUT, with sex as text and fields that are read-only', async () => {
		const { body: contact } = await call('GET', path(seeded(0).id));
		const before = { ...seeded(0) };
		const { status } = await call('PUT', path(before.id), {
			...(contact as Contact),
			id: 'another',
			list: 'Webshopklanten',
			bounced: !before.bounced,
			registrationDate: '2001-01-01T00:00:00',
			sex: '0',
			city: 'Zeist',
		});

		expect(status).toBe(200);
		expect(seeded(0)).toEqual({ ...before, sex: 0, city: 'Zeist' });
	});

	test.each(['0', '1', '2'])('may be new, with sex "%s"', async (sex) => {
		const email = `sex${sex}@post.example`;

		expect(await call('POST', path(), { email, sex })).toMatchObject({
			status: 201,
			body: { email, sex: Number(sex), list: list.name },
		});
	});

	test.each(['3', '', 'm', 3, true])('has no sex %j', async (sex) => {
		expect(await call('PUT', path(seeded(0).id), { sex })).toMatchObject({ status: 400 });
	});
});

test('tags are added as an array, read and removed', async () => {
	const { email } = seeded(0);
	seeded(0).tags = ['Merk A'];

	expect(await call('POST', path(email, 'tags'), ['Merk B', 'Één & twee'])).toMatchObject({
		status: 201,
	});
	expect(await call('GET', path(email, 'tags'))).toMatchObject({
		status: 200,
		body: ['Merk A', 'Merk B', 'Één & twee'],
	});
	expect(await call('DELETE', path(email, 'tags', 'Één & twee'))).toMatchObject({ status: 204 });
	expect(seeded(0).tags).toEqual(['Merk A', 'Merk B']);
});

test('a contact is deleted by its id', async () => {
	const { id, email } = seeded(0);

	expect(await call('DELETE', path(id))).toMatchObject({ status: 204, body: undefined });
	expect(list.contacts.has(email)).toBe(false);
});

describe('a signature', () => {
	test('is refused when its salt comes again', async () => {
		const headers = signed('a salt that is used twice');

		expect(await call('GET', 'lists', undefined, headers)).toMatchObject({ status: 200 });
		expect(await call('GET', 'lists', undefined, headers)).toMatchObject({ status: 401 });
	});

	test('is refused when it is not URL-encoded', async () => {
		const headers = signed('a salt');
		const signature = decodeURIComponent(headers.signature);

		expect(headers.signature).toMatch(/%3D$/);
		expect(await call('GET', 'lists', undefined, { ...headers, signature })).toMatchObject({
			status: 401,
		});
	});

	test('is refused when it is of another salt', async () => {
		const { signature } = signed('one');

		expect(await call('GET', 'lists', undefined, { ...signed('other'), signature })).toMatchObject({
			status: 401,
		});
	});
});
