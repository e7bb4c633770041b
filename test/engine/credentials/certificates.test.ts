import type { IDataObject } from 'n8n-workflow';
import { asn1, pki, util } from 'node-forge';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { World } from '../../../tools/engine/world';
// Made with OpenSSL 3 from a throw-away key: `openssl pkcs12 -export`, with `-macalg`, `-keypbe`,
// `-certpbe`, `-iter`, `-nomac` and `-legacy` as their names say.
import madeFiles from './pkcs12.json';
import { testCredential } from './testCredential';

let world: World;

beforeAll(async () => {
	world = await World.start();
});

afterAll(async () => await world.sandbox.close());

beforeEach(() => world.clear());

const certificates = () => world.sandbox.cor.certificates;
const pfx = () => certificates().pfx;

const run = async (credentials: IDataObject) =>
	await world.run(
		'cor',
		'register.getLastChange',
		{ options: { maxAttempts: 2 } },
		{ credentials: { ...world.credentials('cor'), ...credentials } },
	);

const runWithFile = async (credentials: IDataObject) =>
	await run({ certificateFormat: 'pfx', ...pfx(), ...credentials });

/** Base64 text in lines, as programs write it. */
const inLines = (base64: string, end = '\n'): string =>
	(base64.match(/.{1,64}/g) ?? []).map((line) => line + end).join('');

/** What `certutil -encode` makes of any file. */
const byCertutil = (base64: string): string =>
	`-----BEGIN CERTIFICATE-----\r\n${inLines(base64, '\r\n')}-----END CERTIFICATE-----\r\n`;

describe('PKCS#12 is accepted', () => {
	test.each<[string, (base64: string) => string]>([
		['on one line', (base64) => base64],
		['in lines', inLines],
		['in lines joined by spaces', (base64) => inLines(base64, ' ')],
		['with line breaks written out', (base64) => inLines(base64, '\\r\\n')],
		['as certutil -encode gives it', byCertutil],
		[
			'as certutil gives it, its lines joined by spaces',
			(base64) => byCertutil(base64).replace(/\r\n/g, ' '),
		],
		[
			'with other lines around it',
			(base64) => `-----BEGIN PKCS12-----\n${base64}\n-----END PKCS12-----`,
		],
		['as a data URL', (base64) => `data:application/x-pkcs12;base64,${base64}`],
		['in the alphabet of URLs', (base64) => base64.replace(/\+/g, '-').replace(/\//g, '_')],
		['in quotes, with spaces around them', (base64) => ` "${base64}" `],
	])('%s', async (_, write) => {
		const { error } = await runWithFile({ pfx: write(pfx().pfx) });

		expect(error).toBeUndefined();
		expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
	});
});

test('spaces around a passphrase do no harm, for a file and for a key', async () => {
	const passphrase = `  ${pfx().passphrase}\n`;

	expect((await runWithFile({ passphrase })).error).toBeUndefined();
	const { encryptedClient } = certificates();
	expect((await run({ ...encryptedClient, passphrase })).error).toBeUndefined();
});

test('a key next to the certificate in its field is ignored', async () => {
	const { certificate, privateKey } = certificates().client;

	expect((await run({ certificate: privateKey + certificate })).error).toBeUndefined();
});

const der = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');

test.each<[string, () => IDataObject, RegExp, RegExp]>([
	[
		'an RC2 file with outdated encryption',
		() => ({ ...madeFiles['RC2 with 40 bits'] }),
		/^The PKCS#12 in the credential uses outdated encryption$/,
		/^Convert it to PEM/,
	],
	[
		'a wrong passphrase',
		() => ({ passphrase: 'wrong' }),
		/^The Passphrase in the credential does not open the PKCS#12$/,
		/^Enter the passphrase that the file was made with/,
	],
	[
		'no passphrase',
		() => ({ passphrase: '' }),
		/^The PKCS#12 in the credential needs a passphrase, and the Passphrase is empty$/,
		/^Enter the passphrase/,
	],
	[
		'a text that was cut off',
		() => ({ pfx: pfx().pfx.slice(0, 400) }),
		/^The PKCS#12 in the credential is damaged/,
		/paste all of it/,
	],
	[
		'a file damaged in transit',
		() => {
			const bytes = Buffer.from(pfx().pfx, 'base64');
			bytes[700] ^= 0xff;
			return { pfx: bytes.toString('base64') };
		},
		/^The Passphrase in the credential does not open the PKCS#12$/,
		/the file is damaged: Make the text/,
	],
	[
		'PEM text',
		() => ({ pfx: certificates().client.certificate + certificates().client.privateKey }),
		/^The PKCS#12 in the credential is PEM text$/,
		/^Choose PEM as Certificate Format/,
	],
	[
		'a certificate alone, as base64',
		() => ({ pfx: der(certificates().client.certificate) }),
		/^The PKCS#12 in the credential is a certificate without its key$/,
		/with its private key/,
	],
	[
		'a private key, as base64',
		() => ({ pfx: der(certificates().client.privateKey) }),
		/^The PKCS#12 in the credential is empty or not the base64 text/,
		/base64 certificate\.pfx/,
	],
	['nothing', () => ({ pfx: '' }), /^The PKCS#12 in the credential is empty/, /paste all/],
])(
	'where PKCS#12 is expected, %s is rejected before anything is sent',
	async (_, credentials, message, advice) => {
		const { error } = await runWithFile(credentials());

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(advice);
		expect(error?.description).not.toMatch(/tried/);
		expect(world.sandbox.cor.connections).toBe(0);
		const tested = await testCredential('corApi', {
			...world.credentials('cor'),
			certificateFormat: 'pfx',
			...pfx(),
			...credentials(),
		});
		expect(tested.message).toBe(`${error?.message}. ${error?.description}`);
	},
);

test.each<[string, () => IDataObject, RegExp, RegExp]>([
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
		() => ({ certificate: certificates().client.privateKey }),
		/^The Certificate in the credential is a private key$/,
		/BEGIN CERTIFICATE/,
	],
	[
		'a certificate as key',
		() => ({ privateKey: certificates().client.certificate }),
		/^The Private Key in the credential is not a private key$/,
		/BEGIN PRIVATE KEY/,
	],
])(
	'where PEM is expected, %s is rejected before anything is sent',
	async (_, credentials, message, advice) => {
		const { error } = await run(credentials());

		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(advice);
		expect(world.sandbox.cor.connections).toBe(0);
	},
);

/** PKCS#8, encrypted with a cipher of 1993 (PBES1: MD5 and DES), with arbitrary content. */
function encryptedWithDes(): string {
	const { Class, Type } = asn1;
	const oid = asn1.oidToDer('1.2.840.113549.1.5.3').getBytes();
	const sequence = (children: asn1.Asn1[]) =>
		asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, children);
	const octets = (bytes: string) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes);
	const rounds = asn1.create(
		Class.UNIVERSAL,
		Type.INTEGER,
		false,
		asn1.integerToDer(2048).getBytes(),
	);
	const algorithm = sequence([
		asn1.create(Class.UNIVERSAL, Type.OID, false, oid),
		sequence([octets('12345678'), rounds]),
	]);
	const bytes = asn1.toDer(sequence([algorithm, octets('x'.repeat(640))])).getBytes();
	return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${inLines(util.encode64(bytes))}-----END ENCRYPTED PRIVATE KEY-----\n`;
}

test('a key that is encrypted with DES is not a wrong passphrase', async () => {
	const { error } = await run({ privateKey: encryptedWithDes(), passphrase: 'geheim' });

	expect(error?.message).toBe('The Private Key in the credential uses outdated encryption');
	expect(error?.description).toMatch(/openssl pkcs8/);
});

describe.each(Object.entries(madeFiles))('a PKCS#12 file with %s', (name, file) => {
	const isOld = name.startsWith('RC');
	const hasMac = name !== 'no MAC';

	if (hasMac && !isOld) {
		test('opens: the register gets its certificate, which it does not know', async () => {
			const { error } = await runWithFile(file);

			expect(error?.name).toBe('NodeApiError');
			expect(error?.description).toMatch(/The register may not have accepted the certificate/);
			expect(world.sandbox.cor.connections).toBe(2);
		});
	}

	test('does not open with another passphrase, and nothing is sent', async () => {
		const { error } = await runWithFile({ ...file, passphrase: 'wrong' });

		expect(error?.name).toBe('NodeOperationError');
		// Without a MAC, the reason depends on the version of OpenSSL.
		expect(error?.message).toMatch(
			hasMac
				? /^The Passphrase in the credential does not open the PKCS#12$/
				: /^The (Passphrase|PKCS#12) in the credential (does not open|has nothing to check)/,
		);
		expect(world.sandbox.cor.connections).toBe(0);
	});
});

/** A server for another name, whose certificate a client may trust. */
async function startImpostor() {
	const { client } = certificates();
	const certificate = pki.createCertificate();
	certificate.publicKey = pki.certificateFromPem(client.certificate).publicKey;
	certificate.serialNumber = '01';
	certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
	certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
	const name = [{ name: 'commonName', value: 'elders.example' }];
	certificate.setSubject(name);
	certificate.setIssuer(name);
	certificate.setExtensions([
		{ name: 'basicConstraints', cA: true },
		{ name: 'subjectAltName', altNames: [{ type: 2, value: 'elders.example' }] },
	]);
	certificate.sign(pki.privateKeyFromPem(client.privateKey));
	const ca = pki.certificateToPem(certificate);
	let requests = 0;
	const server = createServer({ cert: ca, key: client.privateKey }, (_, response) => {
		requests++;
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		ca,
		baseUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests: () => requests,
		close: () => server.close(),
	};
}

test("a host name that doesn't match is not blamed on the client's certificate", async () => {
	const impostor = await startImpostor();
	const { ca, baseUrl } = impostor;
	const credentials = { ...world.credentials('cor'), ca, baseUrl };
	const { error } = await run(credentials);
	const tested = await testCredential('corApi', credentials);
	impostor.close();

	expect(error?.message).toMatch(/^The secure connection to COR failed/);
	expect(error?.description).toMatch(/^The server's certificate is for another host name/);
	expect(error?.description).not.toMatch(/PKIoverheid|tried/);
	expect(tested.message).toContain("The server's certificate is for another host name");
	expect(impostor.requests()).toBe(0);
});

test('an address that does not speak https is not blamed on the certificate', async () => {
	const baseUrl = world.sandbox.corlega.url.replace('http:', 'https:');
	const { error } = await run({ baseUrl });

	expect(error?.description).toMatch(/^The server does not speak https at this address/);
});

test('the passphrase and the file are in no error', async () => {
	const { run: result } = await runWithFile({ passphrase: 'geheim-woord-dat-fout-is' });
	const shown = JSON.stringify(result.data.resultData);

	expect(shown).not.toContain('geheim-woord');
	expect(shown).not.toContain(pfx().pfx.slice(100, 150));
});

describe('PEM text as programs give it', () => {
	const block = (label: string, base64: string) =>
		`-----BEGIN ${label}-----\n${inLines(base64)}-----END ${label}-----\n`;
	const PARAMETERS = block('EC PARAMETERS', 'BggqhkjOPQMBBw==');
	const DH = block('DH PARAMETERS', 'MAYCAQUCAQI=');
	const REQUEST = block('CERTIFICATE REQUEST', 'QUJD'.repeat(40));
	const BAG =
		'Bag Attributes\n    friendlyName: gemeente\n    localKeyID: 01 02\nKey Attributes: <No Attributes>\n';
	const SUBJECT = 'subject=C = NL, O = Gemeente\nissuer=CN = CA\n';

	const AROUND: Array<[string, (own: string, other: string) => string]> = [
		['EC PARAMETERS before it', (own) => PARAMETERS + own],
		['DH PARAMETERS after it', (own) => own + DH],
		['bag attributes', (own) => BAG + SUBJECT + own],
		['a certificate request', (own) => REQUEST + own],
		['a second key', (own, other) => other + own],
		[
			'all of it on one line',
			(own, other) => (PARAMETERS + BAG + other + REQUEST + own).replace(/\n/g, ' '),
		],
	];

	test.each(AROUND)('%s, around the certificate, the key and the CA', async (_, around) => {
		const { client, unknownClient, ca } = certificates();
		const other = unknownClient.privateKey;
		const { error } = await run({
			certificate: around(client.certificate, other),
			privateKey: around(client.privateKey, other),
			ca: around(ca, other),
		});

		expect(error).toBeUndefined();
		expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
	});

	test('an encrypted key beside one that belongs to another certificate', async () => {
		const { encryptedClient, unknownClient } = certificates();
		const { error } = await run({
			certificate: encryptedClient.certificate,
			privateKey: unknownClient.privateKey + encryptedClient.privateKey,
			passphrase: encryptedClient.passphrase,
		});

		expect(error).toBeUndefined();
	});

	test('a request or parameters alone are not a certificate', async () => {
		for (const certificate of [REQUEST, PARAMETERS]) {
			const { error } = await run({ certificate });
			expect(error?.message).toBe("The Certificate in the credential can't be read");
		}
		expect(world.log('cor')).toEqual([]);
	});
});
