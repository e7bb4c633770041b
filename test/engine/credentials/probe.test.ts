import type { IDataObject } from 'n8n-workflow';

import { type Fault, startSandbox } from '../../../sandbox';
import { credentialTypes } from '../../../tools/engine/types';
import { type NodeName, sharedWorld } from '../../../tools/engine/world';
import { OK, testCredential, testersOf } from './testCredential';

const world = sharedWorld();

const NODES: NodeName[] = ['corlega', 'inboxify', 'cor'];
const SECRETS = ['apiKey', 'secretKey', 'privateKey', 'pfx', 'passphrase'];

const run = async (node: NodeName, credentials: IDataObject = {}) =>
	await testCredential(`${node}Api`, { ...world.credentials(node), ...credentials });

/** Puts white space around every text of a credential that is typed. */
function padded(node: NodeName): IDataObject {
	const { properties } = credentialTypes[`${node}Api`];
	const typed = properties.filter(({ type }) => type === 'string').map(({ name }) => name);
	return Object.fromEntries(
		Object.entries(world.credentials(node)).map(([name, value]) => [
			name,
			typed.includes(name) ? `  ${String(value)} \n` : value,
		]),
	);
}

const html = '<!doctype html><html><title>Aanmelden</title><p>Meld u aan</p></html>';
const HTML = { rawBody: html, headers: { 'Content-Type': 'text/html' } };

describe.each(NODES)('the test of the %s credential', (node) => {
	test('is a function of every node that uses it, so that no version of n8n judges by rules of its own', () => {
		expect(credentialTypes[`${node}Api`].test).toBeUndefined();
		const testers = testersOf(`${node}Api`);

		expect(testers).toHaveLength(2);
		for (const { node: type, testedBy } of testers) {
			expect(testedBy).toBe(`${node}ApiTest`);
			expect(type.methods?.credentialTest?.[`${node}ApiTest`]).toEqual(expect.any(Function));
		}
	});

	test('takes a good one, with one request', async () => {
		expect(await run(node)).toEqual(OK);
		expect(world.log(node)).toHaveLength(1);
	});

	test('takes spaces around every field', async () => {
		expect(await testCredential(`${node}Api`, padded(node))).toEqual(OK);
	});

	test.each<[string, Fault]>([
		['a page with 200', { ...HTML, status: 200 }],
		['a page with 403', { ...HTML, status: 403 }],
		['a page with 404', { ...HTML, status: 404 }],
		['a page with 405', { ...HTML, status: 405 }],
		['a page with 407', { ...HTML, status: 407 }],
		['a page with 502', { ...HTML, status: 502 }],
		['a page that claims to be JSON', { rawBody: html, status: 200 }],
		['nothing, with 200', { status: 200, rawBody: '' }],
		['nothing, with 204', { status: 204 }],
		['an empty object', { status: 200, body: {} }],
		['a text', { status: 200, rawBody: 'OK' }],
		['another JSON', { status: 200, body: { status: 'ok', data: { version: 3 } } }],
		['a list of something else', { status: 200, body: ['ok'] }],
		['broken JSON', { status: 200, rawBody: '{"data":{"apiKeyId":' }],
		['an error with 200', { status: 200, body: { error: { code: 'x', message: 'Nee' } } }],
		[
			'another error with 403',
			{ status: 403, body: { error: { code: 'blocked', message: 'Nee' } } },
		],
		['an error with 500', { status: 500 }],
		['a way to another address', { status: 302, headers: { Location: 'https://login.example/' } }],
	])('refuses %s, and says what to do', async (_, fault) => {
		world.sandbox[node].faults.push(fault);
		const { status, message } = await run(node);

		expect(status).toBe('Error');
		expect(message).toMatch(/Check |check |Try again later|Ask whoever|Create an API key/);
		expect(message).not.toContain('undefined');
		expect(message).not.toContain('[object');
		expect(message).not.toContain('Meld u aan');
		expect(world.log(node)).toHaveLength(1);
	});

	test('refuses a page that the same server leads to', async () => {
		world.sandbox[node].faults.push(
			{ status: 302, headers: { Location: '/login' } },
			{ ...HTML, status: 200 },
		);

		expect((await run(node)).status).toBe('Error');
	});

	test('refuses an address that nobody listens at', async () => {
		const closed = await startSandbox();
		const { url } = closed[node];
		await closed.close();
		const { status, message } = await run(node, { baseUrl: url });

		expect(status).toBe('Error');
		expect(message).toMatch(/Check the base URL in the credential/);
	});

	test('refuses a path that has no such API', async () => {
		const { status, message } = await run(node, { baseUrl: `${world.sandbox[node].url}/elders` });

		expect(status).toBe('Error');
		expect(message).toMatch(/^There is no (Corlega|Inboxify|COR) API at this Base URL\. Check/);
	});

	test.each([
		['', 'is not a URL'],
		['geen adres', 'is not a URL'],
		['http://api.example.com', 'must start with https'],
		['https://a:b@api.example.com', 'holds more than an address'],
		['https://api.example.com/v1?x=1', 'holds more than an address'],
	])('refuses the address "%s" before anything is sent: it %s', async (baseUrl, problem) => {
		const { status, message } = await run(node, { baseUrl });

		expect(status).toBe('Error');
		expect(message).toContain(`The Base URL in the credential ${problem}`);
		expect(message).toMatch(/\. .+/);
	});

	test('shows no secret, even if the service repeats it', async () => {
		const credentials = world.credentials(node);
		const secrets = SECRETS.map((name) => credentials[name]).filter(
			(value): value is string => typeof value === 'string' && value !== '',
		);
		world.sandbox[node].faults.push({ status: 400, body: { message: secrets.join(' ') } });
		const { message } = await run(node);

		for (const secret of secrets) expect(message).not.toContain(secret);
	});

	test('fails, and does not throw, where the credential holds nothing', async () => {
		for (const value of ['', null]) {
			const empty = Object.fromEntries(
				Object.keys(world.credentials(node)).map((name) => [name, value]),
			);
			const { status, message } = await testCredential(`${node}Api`, empty);
			expect(status).toBe('Error');
			expect(message).toMatch(/ in the credential |must be one of/);
		}
	});
});

describe('Corlega', () => {
	test('a key with few scopes is a good key', async () => {
		const { keys } = world.sandbox.corlega;
		for (const apiKey of [keys.contactsOnly, keys.webhooksOnly, keys.readOnly]) {
			expect(await run('corlega', { apiKey })).toEqual(OK);
		}
	});

	test.each([
		['a wrong key', 'corlega_wrong', /does not know this API key/],
		['no key', '  ', /^The API Key in the credential is empty/],
		['a key with a line break in it', 'corlega_ab\ncd', /holds a character that no key has/],
		[
			'a key with an invisible character',
			'corlega_ab\u200bcd',
			/holds a character that no key has/,
		],
	])('%s is refused, with what to do', async (_, apiKey, message) => {
		const tested = await run('corlega', { apiKey });

		expect(tested.status).toBe('Error');
		expect(tested.message).toMatch(message);
		expect(tested.message).toMatch(/Create a new one|Open the credential|Copy it again/);
	});

	test('a limit that is no number is an error', async () => {
		const { status, message } = await run('corlega', { requestsPerMinute: 'veel' });

		expect(status).toBe('Error');
		expect(message).toMatch(/^Requests per Minute must be a number/);
	});

	test('a test does not wait until running workflows leave room for it', async () => {
		world.sandbox.corlega.faults.push({ status: 429, headers: { 'Retry-After': '3600' } });
		expect((await run('corlega')).status).toBe('Error');

		expect(await run('corlega')).toEqual(OK);
	});
});

describe('Inboxify', () => {
	test.each(['signature', 'basic', ' basic '])(
		'%s: each wrong key is refused',
		async (authentication) => {
			expect(await run('inboxify', { authentication })).toEqual(OK);
			for (const wrong of [{ apiKey: 'wrong' }, { secretKey: 'wrong' }]) {
				const { status, message } = await run('inboxify', { authentication, ...wrong });
				expect(status).toBe('Error');
				expect(message).toMatch(/does not accept these keys\. Check both/);
			}
		},
	);

	test('an account without lists is a good account', async () => {
		world.sandbox.inboxify.faults.push({ status: 200, body: [] });

		expect(await run('inboxify')).toEqual(OK);
	});
});

test('a bare date is taken for the answer of COR that it may be', async () => {
	world.sandbox.cor.faults.push({ status: 200, rawBody: '2026-11-01T10:00:00Z' });

	expect(await run('cor')).toEqual(OK);
});
