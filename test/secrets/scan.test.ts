import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { CorApi } from '../../credentials/CorApi.credentials';
import { CorlegaApi } from '../../credentials/CorlegaApi.credentials';
import { collect } from '../../tools/engine/collect';
import { scan } from './scan';

let directory: string;

const { SECRETS_DIRECTORY } = process.env;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'secrets-'));
	process.env.SECRETS_DIRECTORY = directory;
});

afterEach(() => {
	rmSync(directory, { recursive: true });
	delete process.env.SECRETS_DIRECTORY;
	if (SECRETS_DIRECTORY !== undefined) process.env.SECRETS_DIRECTORY = SECRETS_DIRECTORY;
});

const KEY = ' sleutel/met+"tekens" ';
const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
const withCause = (text: string) => new Error('outer', { cause: new Error(text) });

test.each<[string, (key: string) => unknown]>([
	['as it is', (key) => key],
	['trimmed', (key) => [{ json: { message: `bad key ${key.trim()}` } }]],
	['encoded for an address', (key) => ({ url: `/?key=${encodeURIComponent(key.trim())}` })],
	['in JSON', (key) => JSON.stringify({ key })],
	['in base64', (key) => ({ header: `Basic ${Buffer.from(key).toString('base64')}` })],
	['in the cause of an error', withCause],
	['in a field of an error', (key) => Object.assign(new Error('x'), { context: { key } })],
	['deep down', (key) => ({ a: [{ b: [{ c: [{ d: [{ e: key }] }] }] }] })],
])('a planted key is found %s', (_, output) => {
	collect(new CorlegaApi(), { apiKey: KEY, baseUrl: 'https://x.nl' }, output(KEY));

	expect(scan(directory).findings).not.toEqual([]);
});

test('a line of a private key is found, in what was printed too', () => {
	const privateKey = `-----BEGIN PRIVATE KEY----- ${LINE} -----END PRIVATE KEY-----`;
	collect(new CorApi(), { privateKey, passphrase: 'wachtwoord' }, {});
	expect(scan(directory).findings).toEqual([]);

	appendFileSync(join(directory, 'console.output'), `debug: ${LINE}\n`);
	expect(scan(directory).findings).toHaveLength(1);
});

test('what is no secret is not found: certificate, address, a redacted key', () => {
	const credentials = { certificate: LINE, baseUrl: 'https://geheim.voorbeeld.nl', privateKey: '' };
	collect(new CorApi(), credentials, { ...credentials, key: '*****' });

	expect(scan(directory).findings).toEqual([]);
});
