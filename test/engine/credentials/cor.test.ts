import type { IDataObject } from 'n8n-workflow';
import { pki } from 'node-forge';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { startSandbox } from '../../../sandbox';
import { sharedWorld } from '../../../tools/engine/world';
import { byCertutil, oneLine, runWith } from './certificates';
import madeFiles from './pkcs12.json';
import { OK, testCredential } from './testCredential';

const world = sharedWorld({ corlega: { limit: null } });

const certificates = () => world.sandbox.cor.certificates;
const client = () => certificates().client;
const encrypted = (more: IDataObject = {}) => ({ ...certificates().encryptedClient, ...more });
const pfx = (more: IDataObject = {}) => ({
	certificateFormat: 'pfx',
	...certificates().pfx,
	...more,
});

const run = async (credentials: IDataObject, maxAttempts = 1) =>
	await runWith(world, credentials, maxAttempts);
const tested = async (credentials: IDataObject) =>
	await testCredential('corApi', { ...world.credentials('cor'), ...credentials });

test.each<[string, () => IDataObject]>([
	['a PEM pair', () => ({})],
	[
		'PEM text with spaces for line breaks',
		() => ({
			certificate: oneLine(client().certificate),
			privateKey: oneLine(client().privateKey),
			ca: oneLine(certificates().ca),
		}),
	],
	['an encrypted key', encrypted],
	[
		'an encrypted key on one line',
		() => encrypted({ privateKey: oneLine(encrypted().privateKey) }),
	],
	['PKCS#12', pfx],
])('%s is accepted', async (_, credentials) => {
	const { error, json } = await run(credentials());

	expect(error).toBeUndefined();
	expect(json).toHaveLength(1);
	expect(await tested(credentials())).toEqual(OK);
});

test('no certificate, where the register asks for none', async () => {
	const open = await startSandbox({ cor: { requireCertificate: false } });
	const { url: baseUrl, certificates: own } = open.cor;
	const { error } = await run({ certificateFormat: 'none', baseUrl, ca: own.ca });
	await open.close();

	expect(error).toBeUndefined();
});

/** What the README's troubleshooting says of these codes. */
test.each<[string, () => IDataObject, string, string]>([
	[
		'no certificate',
		() => ({ certificateFormat: 'none' }),
		'The secure connection to COR failed (tlsv13 alert certificate required, ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED)',
		'The register may want a PKIoverheid certificate: add one to the credential.',
	],
	[
		'an unknown one',
		() => ({ ...certificates().unknownClient }),
		'The connection to COR failed (socket hang up, ECONNRESET)',
		'The register may not have accepted the certificate: check that it is a valid PKIoverheid one for this environment.',
	],
	[
		'no CA',
		() => ({ ca: '' }),
		'The secure connection to COR failed (self-signed certificate in certificate chain, SELF_SIGNED_CERT_IN_CHAIN)',
		'Put the certificate of the issuer into CA Certificates of the credential.',
	],
])('%s: the connection fails, and the error says what to do', async (_, given, message, advice) => {
	const { error } = await run(given());

	expect([error?.message, error?.description]).toEqual([message, advice]);
	expect(await tested(given())).toEqual({ status: 'Error', message: `${message}. ${advice}` });
});

const block = (label: string) => `-----BEGIN ${label}-----\nQUJD\n-----END ${label}-----\n`;
const der = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');

/** A file damaged in transit. */
function damaged(): string {
	const bytes = Buffer.from(certificates().pfx.pfx, 'base64');
	bytes[700] ^= 0xff;
	return bytes.toString('base64');
}

/** The key, encrypted with a cipher of 1977. */
const encryptedWithDes = () =>
	pki.encryptRsaPrivateKey(pki.privateKeyFromPem(client().privateKey), 'geheim', {
		algorithm: 'des' as 'aes256',
	});

async function expiredCertificate(): Promise<IDataObject> {
	const expired = await startSandbox({ cor: { clientValidDays: -1 } });
	await expired.close();
	return { ...expired.cor.certificates.client };
}

test.each<[string, () => IDataObject | Promise<IDataObject>, RegExp, RegExp?]>([
	[
		'no certificate text',
		() => ({ certificate: 'x' }),
		/^The Certificate in the credential is empty or not PEM text$/,
	],
	[
		'a broken certificate',
		() => ({ certificate: block('CERTIFICATE') }),
		/^The Certificate in the credential can't be read$/,
	],
	[
		'a certificate request alone',
		() => ({ certificate: block('CERTIFICATE REQUEST') }),
		/^The Certificate in the credential can't be read$/,
	],
	[
		'parameters alone',
		() => ({ certificate: block('EC PARAMETERS') }),
		/^The Certificate in the credential can't be read$/,
	],
	['an expired certificate', expiredCertificate, /^The Certificate in the credential expired on /],
	[
		'no key',
		() => ({ privateKey: '' }),
		/^The Private Key in the credential is empty or not PEM text$/,
	],
	[
		'a broken key',
		() => ({ privateKey: block('PRIVATE KEY') }),
		/^The Private Key in the credential can't be read$/,
	],
	[
		'another key',
		() => ({ privateKey: certificates().unknownClient.privateKey }),
		/does not belong to the Certificate/,
	],
	[
		'no passphrase',
		() => encrypted({ passphrase: '' }),
		/is encrypted, and the Passphrase is empty/,
	],
	[
		'a wrong passphrase',
		() => encrypted({ passphrase: 'wrong' }),
		/Passphrase in the credential does not open the Private Key/,
	],
	[
		'a key with outdated encryption',
		() => ({ privateKey: encryptedWithDes(), passphrase: 'geheim' }),
		/^The Private Key in the credential uses outdated encryption$/,
		/openssl pkcs8/,
	],
	[
		'a broken CA',
		() => ({ ca: 'nothing' }),
		/^The CA Certificates in the credential is empty or not PEM text$/,
	],
	['no URL', () => ({ baseUrl: 'portaal' }), /^The Base URL in the credential is not a URL$/],
	[
		'plain http',
		() => ({ baseUrl: 'http://portaal.digikoppeling.nl/registers/api/v1' }),
		/must start with https/,
	],
	['an unknown environment', () => ({ environment: 'test' }), /^Environment must be one of/],
	[
		'PKCS#12 as certificate',
		() => ({ certificate: pfx().pfx }),
		/^The Certificate in the credential is a PKCS#12 file$/,
		/^Choose PKCS#12 as Certificate Format/,
	],
	[
		'PKCS#12 by certutil as certificate',
		() => ({ certificate: byCertutil(pfx().pfx) }),
		/^The Certificate in the credential is a PKCS#12 file$/,
		/^Choose PKCS#12 as Certificate Format/,
	],
	[
		'PKCS#12 as private key',
		() => ({ privateKey: pfx().pfx }),
		/^The Private Key in the credential is a PKCS#12 file$/,
		/^Choose PKCS#12 as Certificate Format/,
	],
	[
		'a key as certificate',
		() => ({ certificate: client().privateKey }),
		/^The Certificate in the credential is a private key$/,
		/BEGIN CERTIFICATE/,
	],
	[
		'a certificate as key',
		() => ({ privateKey: client().certificate }),
		/^The Private Key in the credential is not a private key$/,
		/BEGIN PRIVATE KEY/,
	],
	[
		'a wrong passphrase of PKCS#12',
		() => pfx({ passphrase: 'wrong' }),
		/^The Passphrase in the credential does not open the PKCS#12$/,
		/^Enter the passphrase that the file was made with/,
	],
	[
		'no passphrase of PKCS#12',
		() => pfx({ passphrase: '' }),
		/^The PKCS#12 in the credential needs a passphrase, and the Passphrase is empty$/,
		/^Enter the passphrase/,
	],
	[
		'PKCS#12 with outdated encryption',
		() => pfx(madeFiles['RC2 with 40 bits']),
		/^The PKCS#12 in the credential uses outdated encryption$/,
		/^Convert it to PEM/,
	],
	[
		'PKCS#12 that was cut off',
		() => pfx({ pfx: pfx().pfx.slice(0, 400) }),
		/^The PKCS#12 in the credential is damaged/,
		/paste all of it/,
	],
	[
		'PKCS#12 that was damaged in transit',
		() => pfx({ pfx: damaged() }),
		/^The Passphrase in the credential does not open the PKCS#12$/,
		/the file is damaged: Make the text/,
	],
	[
		'PEM text as PKCS#12',
		() => pfx({ pfx: client().certificate + client().privateKey }),
		/^The PKCS#12 in the credential is PEM text$/,
		/^Choose PEM as Certificate Format/,
	],
	[
		'a certificate alone as PKCS#12, in base64',
		() => pfx({ pfx: der(client().certificate) }),
		/^The PKCS#12 in the credential is a certificate without its key$/,
		/with its private key/,
	],
	[
		'a private key as PKCS#12, in base64',
		() => pfx({ pfx: der(client().privateKey) }),
		/^The PKCS#12 in the credential is empty or not the base64 text/,
		/base64 certificate\.pfx/,
	],
	['no base64', () => pfx({ pfx: '%%%' }), /^The PKCS#12 in the credential/],
	['no PKCS#12', () => pfx({ pfx: '' }), /^The PKCS#12 in the credential is empty/, /paste all/],
])(
	"%s is rejected before anything is sent, with the field's name",
	async (_, given, message, advice = /^/) => {
		const credentials = await given();
		const { error } = await run(credentials, 2);

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(error?.description ?? '').toMatch(advice);
		expect(error?.description ?? '').not.toMatch(/tried/);
		expect(world.sandbox.cor.connections).toBe(0);
		// The test shows one line with what happened and what to do.
		const line = [error?.message, error?.description].filter(Boolean).join('. ');
		expect(await tested(credentials)).toEqual({ status: 'Error', message: line });
	},
);

test.each<[string, () => IDataObject]>([
	['a key', () => encrypted({ passphrase: 'geheim-woord' })],
	['PKCS#12', () => pfx({ passphrase: 'geheim-woord' })],
])('%s and its passphrase are in no error', async (_, credentials) => {
	const { error, run: result } = await run(credentials());
	const shown = JSON.stringify(result.data.resultData);

	expect(error).toBeDefined();
	expect(shown).not.toContain('geheim-woord');
	expect(shown).not.toContain('PRIVATE KEY');
	expect(shown).not.toContain(pfx().pfx.slice(100, 150));
});

/** A certificate for another host name, which a client may trust. */
function foreignCertificate(): string {
	const { certificate: own, privateKey } = client();
	const certificate = pki.createCertificate();
	certificate.publicKey = pki.certificateFromPem(own).publicKey;
	certificate.serialNumber = '01';
	certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
	certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
	certificate.setExtensions([
		{ name: 'basicConstraints', cA: true },
		{ name: 'subjectAltName', altNames: [{ type: 2, value: 'elders.example' }] },
	]);
	certificate.sign(pki.privateKeyFromPem(privateKey));
	return pki.certificateToPem(certificate);
}

test("a host name that doesn't match is not blamed on the client's certificate", async () => {
	const ca = foreignCertificate();
	const answer = jest.fn();
	const server = createServer({ cert: ca, key: client().privateKey }, answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	const { error } = await run({ ca, baseUrl }, 2);
	const { message } = await tested({ ca, baseUrl });
	server.close();

	expect(error?.message).toMatch(/^The secure connection to COR failed/);
	expect(error?.description).toMatch(/^The server's certificate is for another host name/);
	expect(error?.description).not.toMatch(/PKIoverheid|tried/);
	expect(message).toContain("The server's certificate is for another host name");
	expect(answer).not.toHaveBeenCalled();
});

test('an address that does not speak https is not blamed on the certificate', async () => {
	const baseUrl = world.sandbox.corlega.url.replace('http:', 'https:');
	const { error } = await run({ baseUrl }, 2);

	expect(error?.description).toMatch(/^The server does not speak https at this address/);
});
