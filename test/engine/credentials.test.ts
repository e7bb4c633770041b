import { HmacSHA256 } from 'crypto-js';
import Base64 from 'crypto-js/enc-base64';
import { LoadOptionsContext, ExecuteContext } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INode,
	type INodeListSearchResult,
	Workflow,
} from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { additionalDataFor, credentialTypes, nodeTypes, TestCredentials } from './harness';
import { testCredential } from './credentialTest';
import { byName, CONTINUE, type NodeName, World } from './world';

let world: World;

beforeAll(async () => {
	world = await World.start({ corlega: { limit: null } });
});

afterAll(async () => await world.sandbox.close());

beforeEach(() => world.clear());

const OK = { status: 'OK', message: 'Connection successful!' };
const oneLine = (pem: string): string => pem.trim().replace(/\r?\n/g, ' ');

describe('Corlega', () => {
	const credentials = (apiKey: string) => ({ ...world.credentials('corlega'), apiKey });

	test('the test takes a good key, also one with few scopes', async () => {
		const { keys } = world.sandbox.corlega;

		expect(await testCredential('corlegaApi', credentials(keys.full))).toEqual(OK);
		expect(await testCredential('corlegaApi', credentials(keys.contactsOnly))).toEqual(OK);
		expect(await testCredential('corlegaApi', credentials(keys.webhooksOnly))).toEqual(OK);
	});

	test('the test refuses a wrong key, and a server that has no such API', async () => {
		expect(await testCredential('corlegaApi', credentials('corlega_wrong'))).toEqual({
			status: 'Error',
			message: expect.stringContaining('does not know this API key'),
		});
		const baseUrl = world.sandbox.inboxify.url;
		expect((await testCredential('corlegaApi', { apiKey: 'x', baseUrl })).status).toBe('Error');
	});

	test('the test refuses an answer that tells nothing', async () => {
		world.sandbox.corlega.faults.push({ status: 500 });

		expect((await testCredential('corlegaApi', world.credentials('corlega'))).status).toBe('Error');
	});

	test('spaces around a pasted key do no harm', async () => {
		const apiKey = ` ${world.sandbox.corlega.keys.full}\n`;
		const { error } = await world.run(
			'corlega',
			'apiKey.get',
			{},
			{ credentials: credentials(apiKey) },
		);

		expect(error).toBeUndefined();
	});
});

describe('Inboxify', () => {
	test.each(['signature', 'basic'])(
		'%s is accepted, and a wrong secret is not',
		async (authentication) => {
			const credentials = { ...world.credentials('inboxify'), authentication };

			expect(await testCredential('inboxifyApi', credentials)).toEqual(OK);
			expect(await testCredential('inboxifyApi', { ...credentials, secretKey: 'wrong' })).toEqual({
				status: 'Error',
				message: expect.stringContaining('does not accept these keys'),
			});
		},
	);

	test('the signature is what crypto-js makes of salt and secret, with a new salt every time', async () => {
		const items = ['a@x.nl', 'b@x.nl', 'c@x.nl'].map((email) => ({ email }));
		await world.run(
			'inboxify',
			'contact.get',
			{ list: byName('Webshopklanten'), contactId: '={{ $json.email }}' },
			{ items, settings: CONTINUE },
		);
		const { secretKey, apiKey, requests } = world.sandbox.inboxify;

		for (const { headers } of requests) {
			const expected = Base64.stringify(HmacSHA256(headers.salt, secretKey));
			expect(decodeURIComponent(headers.signature)).toBe(expected);
			expect(headers.signature).toMatch(/^[\w%.~-]+$/);
			expect(headers.apikey).toBe(apiKey);
		}
		expect(new Set(requests.map(({ headers }) => headers.salt)).size).toBe(3);
	});

	test('the secret key is not sent with a signature', async () => {
		await world.run('inboxify', 'list.getAll');
		const [{ headers }] = world.sandbox.inboxify.requests;

		expect(JSON.stringify(headers)).not.toContain(world.sandbox.inboxify.secretKey);
		expect(headers.authorization).toBeUndefined();
	});

	test('umlauts and spaces in Basic keys arrive as they are', async () => {
		const { authenticate } = credentialTypes.inboxifyApi;
		if (typeof authenticate !== 'function') throw new Error('no function');
		const { headers } = await authenticate(
			{
				authentication: 'basic',
				apiKey: 'mijn sleutel',
				secretKey: 'geheime sleutel',
				baseUrl: 'https://api.inboxify.net',
			},
			{ url: 'https://api.inboxify.net/lists' },
		);

		// The example of Inboxify's document.
		expect(headers?.Authorization).toBe('Basic bWlqbiBzbGV1dGVsOmdlaGVpbWUgc2xldXRlbA==');
	});
});

describe('COR', () => {
	const certificates = () => world.sandbox.cor.certificates;
	const run = async (credentials: IDataObject) =>
		await world.run(
			'cor',
			'register.getLastChange',
			{ options: { maxAttempts: 1 } },
			{ credentials: { ...world.credentials('cor'), ...credentials } },
		);

	test.each<[string, () => IDataObject]>([
		['a PEM pair', () => ({})],
		[
			'PEM text whose line breaks became spaces',
			() => ({
				certificate: oneLine(certificates().client.certificate),
				privateKey: oneLine(certificates().client.privateKey),
				ca: oneLine(certificates().ca),
			}),
		],
		['an encrypted key', () => ({ ...certificates().encryptedClient })],
		[
			'an encrypted key on one line',
			() => ({
				...certificates().encryptedClient,
				privateKey: oneLine(certificates().encryptedClient.privateKey),
			}),
		],
		['PKCS#12', () => ({ certificateFormat: 'pfx', ...certificates().pfx })],
	])('%s is accepted', async (_, credentials) => {
		const { error, json } = await run(credentials());

		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
		expect(
			await testCredential('corApi', { ...world.credentials('cor'), ...credentials() }),
		).toEqual(OK);
	});

	test('no certificate, where the register asks for none', async () => {
		const open = await startSandbox({ cor: { requireCertificate: false } });
		const credentials = {
			certificateFormat: 'none',
			baseUrl: open.cor.url,
			ca: open.cor.certificates.ca,
		};
		const { error } = await run(credentials);
		await open.close();

		expect(error).toBeUndefined();
	});

	test.each<[string, () => IDataObject, RegExp, RegExp]>([
		[
			'no certificate',
			() => ({ certificateFormat: 'none' }),
			/connection to COR failed/,
			/may want a PKIoverheid certificate/,
		],
		[
			'an unknown one',
			() => ({ ...certificates().unknownClient }),
			/connection to COR failed/,
			/n8n before 2\.20 does not send client certificates/,
		],
		[
			'no CA',
			() => ({ ca: '' }),
			/secure connection to COR failed/,
			/CA Certificates of the credential/,
		],
		[
			'a wrong passphrase of PKCS#12',
			() => ({ certificateFormat: 'pfx', ...certificates().pfx, passphrase: 'wrong' }),
			/connection to COR failed/,
			/does not open the PKCS#12 file/,
		],
	])(
		'%s is refused by the register, and the error says what to do',
		async (_, credentials, message, advice) => {
			const { error } = await run(credentials());

			expect(error?.message).toMatch(message);
			expect(error?.description).toMatch(advice);
		},
	);

	test.each<[string, () => IDataObject, RegExp]>([
		[
			'no certificate text',
			() => ({ certificate: 'x' }),
			/^The Certificate in the credential is empty or no PEM text$/,
		],
		[
			'a broken certificate',
			() => ({ certificate: '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----' }),
			/^The Certificate in the credential can't be read$/,
		],
		[
			'no key',
			() => ({ privateKey: '' }),
			/^The Private Key in the credential is empty or no PEM text$/,
		],
		[
			'a broken key',
			() => ({ privateKey: '-----BEGIN PRIVATE KEY-----\nQUJD\n-----END PRIVATE KEY-----' }),
			/^The Private Key in the credential can't be read$/,
		],
		[
			'another key',
			() => ({ privateKey: certificates().unknownClient.privateKey }),
			/does not belong to the Certificate/,
		],
		[
			'no passphrase',
			() => ({ ...certificates().encryptedClient, passphrase: '' }),
			/is encrypted, and the Passphrase is empty/,
		],
		[
			'a wrong passphrase',
			() => ({ ...certificates().encryptedClient, passphrase: 'wrong' }),
			/Passphrase in the credential does not open the Private Key/,
		],
		[
			'no base64',
			() => ({ certificateFormat: 'pfx', pfx: '%%%' }),
			/^The PKCS#12 in the credential/,
		],
		[
			'a broken CA',
			() => ({ ca: 'nothing' }),
			/^The CA Certificates in the credential is empty or no PEM text$/,
		],
		['no URL', () => ({ baseUrl: 'portaal' }), /^The Base URL in the credential is not a URL$/],
		[
			'plain http',
			() => ({ baseUrl: 'http://portaal.digikoppeling.nl/registers/api/v1' }),
			/must start with https/,
		],
		['an unknown environment', () => ({ environment: 'test' }), /^Environment must be one of/],
	])(
		"%s is told before a request is sent, with the field's name",
		async (_, credentials, message) => {
			const { error } = await run(credentials());

			expect(error?.message).toMatch(message);
			expect(world.log('cor')).toEqual([]);
			const tested = await testCredential('corApi', {
				...world.credentials('cor'),
				...credentials(),
			});
			expect(tested.message).toMatch(message);
		},
	);

	test('an expired certificate is told with its date', async () => {
		const expired = await startSandbox({ cor: { clientValidDays: -1 } });
		const { error } = await run({ ...expired.cor.certificates.client });
		await expired.close();

		expect(error?.message).toMatch(/^The Certificate in the credential expired on /);
	});

	test('a passphrase and a key are in no error', async () => {
		const { error, run: result } = await run({
			...certificates().encryptedClient,
			passphrase: 'geheim-woord',
		});

		expect(error).toBeDefined();
		expect(JSON.stringify(result.data.resultData)).not.toContain('geheim-woord');
		expect(JSON.stringify(result.data.resultData)).not.toContain('PRIVATE KEY');
	});
});

describe("a credential that can't work", () => {
	const plain = { baseUrl: 'http://api.example.com' };

	test.each<[NodeName, string, IDataObject]>([
		['corlega', 'contact.getAll', {}],
		['inboxify', 'contact.getAll', { list: byName('x') }],
	])('%s refuses plain http to another machine', async (node, operation, parameters) => {
		const credentials = { ...world.credentials(node), ...plain };
		const { error } = await world.run(node, operation, parameters, { credentials });

		expect(error?.message).toMatch(/^The Base URL in the credential must start with https/);
	});

	test('is the error of every item, told once for each', async () => {
		const credentials = { ...world.credentials('corlega'), ...plain };
		const { json } = await world.run(
			'corlega',
			'contact.getAll',
			{},
			{
				credentials,
				items: [{}, {}],
				settings: CONTINUE,
			},
		);

		expect(json).toHaveLength(2);
		expect(json[1].error).toEqual(json[0].error);
	});

	test('a URL with a password or a query is refused', async () => {
		for (const baseUrl of ['https://a:b@api.corlega.com/v1', 'https://api.corlega.com/v1?x=1']) {
			const tested = await testCredential('corlegaApi', { apiKey: 'x', baseUrl });
			expect(tested.message).toMatch(/holds more than an address/);
		}
	});
});

/** A node of the engine for one credential, as n8n's HTTP Request node is. */
function contextFor(node: NodeName, credentials: IDataObject) {
	const nodeType = nodeTypes[node];
	const [{ name }] = nodeType.description.credentials!;
	const data: INode = {
		id: '1',
		name: 'Node',
		type: node,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [name]: { id: '1', name: 'Test' } },
	};
	const types = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: [data],
		connections: {},
		active: false,
		nodeTypes: types,
	});
	const additionalData = additionalDataFor(new TestCredentials({ [name]: credentials }));
	const input = { main: [[{ json: {} }]] };
	return {
		loadOptions: new LoadOptionsContext(workflow, data, additionalData, ''),
		execute: new ExecuteContext(
			workflow,
			data,
			additionalData,
			'internal',
			createEmptyRunExecutionData(),
			0,
			[],
			input,
			{ node: data, data: input, source: null },
			[],
		),
		credential: name,
	};
}

test.each<[NodeName, string]>([
	['corlega', '/me'],
	['inboxify', '/lists'],
	['cor', '/laatsteWijziging'],
])("n8n's HTTP Request node can use the credential of %s", async (node, path) => {
	const { execute, credential } = contextFor(node, world.credentials(node));
	// The helper that the HTTP Request node calls, with the options it gives.
	const answer = await execute.helpers.requestWithAuthentication.call(execute, credential, {
		uri: `${world.sandbox[node].url}${path}`,
		method: 'GET',
		json: true,
	});

	expect(answer).toBeDefined();
	expect(world.log(node)).toEqual([`GET ${path}`]);
});

test("the HTTP Request node can't send a key over plain http", async () => {
	const { execute, credential } = contextFor('corlega', world.credentials('corlega'));
	const request = { uri: 'http://api.example.com/v1/me', method: 'GET' as const };

	await expect(
		execute.helpers.requestWithAuthentication.call(execute, credential, request),
	).rejects.toThrow('The credential is sent over https only');
});

describe('searches of the resource locators', () => {
	type Search = (
		this: ILoadOptionsFunctions,
		filter?: string,
		token?: string,
	) => Promise<INodeListSearchResult>;
	const search = async (
		node: NodeName,
		method: string,
		filter?: string,
		token?: string,
		other: IDataObject = {},
	) => {
		const { loadOptions } = contextFor(node, { ...world.credentials(node), ...other });
		const found = nodeTypes[node].methods!.listSearch![method] as Search;
		return await found.call(loadOptions, filter, token);
	};

	test('contacts of Corlega by name, page after page', async () => {
		const rows = [...world.sandbox.corlega.contacts.values()];
		const page = await search('corlega', 'searchContacts');
		expect(page.results).toHaveLength(100);
		expect(page.results[0]).toEqual({
			name: expect.stringContaining(String(rows[0].name)),
			value: rows[0].id,
		});
		const last = await search('corlega', 'searchContacts', undefined, '3');
		expect(last).toEqual({ results: expect.any(Array), paginationToken: undefined });
		expect(last.results).toHaveLength(50);
	});

	test('a contact on the last page is found by part of its name', async () => {
		const row = [...world.sandbox.corlega.contacts.values()].at(-1)!;
		const { results } = await search('corlega', 'searchContacts', String(row.name).toUpperCase());

		expect(results.map(({ value }) => value)).toContain(row.id);
	});

	test('quotes and invoices of Corlega by number', async () => {
		const [quote] = world.sandbox.corlega.quotes.values();
		const [invoice] = world.sandbox.corlega.invoices.values();

		expect((await search('corlega', 'searchQuotes', String(quote.number))).results[0].value).toBe(
			quote.id,
		);
		expect(
			(await search('corlega', 'searchInvoices', String(invoice.number))).results[0].value,
		).toBe(invoice.id);
	});

	test('lists of Inboxify by name, asked for once while someone types', async () => {
		for (const typed of ['l', 'le', 'leden']) {
			expect((await search('inboxify', 'searchLists', typed)).results).toContainEqual({
				name: 'Leden & donateurs',
				value: 'Leden & donateurs',
			});
		}
		expect((await search('inboxify', 'searchLists', 'niets')).results).toEqual([]);
		expect(world.log('inboxify')).toEqual(['GET /lists']);
	});

	test('organisations of COR by name, which the register searches itself', async () => {
		const { results, paginationToken } = await search('cor', 'searchOrganisations', 'gemeente');
		expect(results).toHaveLength(30);
		expect(paginationToken).toBe('2');
		expect(world.sandbox.cor.requests[0].query).toEqual({ zoek: 'gemeente', pagina: '1' });
		expect((await search('cor', 'searchOrganisations', 'Nergens')).results).toEqual([]);
	});

	test.each<[NodeName, string]>([
		['corlega', 'searchContacts'],
		['inboxify', 'searchLists'],
		['cor', 'searchOrganisations'],
	])('an error of %s is told', async (node, method) => {
		world.sandbox[node].faults.push({ status: 418, times: 9 });

		// Under another address nothing is remembered of the test before.
		const other = node === 'inboxify' ? { baseUrl: `${world.sandbox.inboxify.url}/api` } : {};
		await expect(search(node, method, undefined, undefined, other)).rejects.toThrow('HTTP 418');
	});
});
