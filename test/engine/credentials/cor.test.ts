import type { IDataObject } from 'n8n-workflow';
import { startSandbox } from '../../../sandbox';
import { sharedWorld } from '../../../tools/engine/world';
import { OK, testCredential } from './testCredential';

const world = sharedWorld({ corlega: { limit: null } });

const oneLine = (pem: string): string => pem.trim().replace(/\r?\n/g, ' ');
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
		'PEM text with spaces for line breaks',
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
	expect(await testCredential('corApi', { ...world.credentials('cor'), ...credentials() })).toEqual(
		OK,
	);
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
		/check that it is a valid PKIoverheid one for this environment\.$/,
	],
	[
		'no CA',
		() => ({ ca: '' }),
		/secure connection to COR failed/,
		/CA Certificates of the credential/,
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
		/^The Certificate in the credential is empty or not PEM text$/,
	],
	[
		'a broken certificate',
		() => ({ certificate: '-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----' }),
		/^The Certificate in the credential can't be read$/,
	],
	[
		'no key',
		() => ({ privateKey: '' }),
		/^The Private Key in the credential is empty or not PEM text$/,
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
		'a wrong passphrase of PKCS#12',
		() => ({ certificateFormat: 'pfx', ...certificates().pfx, passphrase: 'wrong' }),
		/^The Passphrase in the credential does not open the PKCS#12$/,
	],
	['no base64', () => ({ certificateFormat: 'pfx', pfx: '%%%' }), /^The PKCS#12 in the credential/],
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
])(
	"%s is rejected before a request is sent, with the field's name",
	async (_, credentials, message) => {
		const { error } = await run(credentials());

		expect(error?.message).toMatch(message);
		expect(world.log('cor')).toEqual([]);
		const tested = await testCredential('corApi', {
			...world.credentials('cor'),
			...credentials(),
		});
		// The test shows one line with what happened and what to do.
		expect(tested.status).toBe('Error');
		expect(tested.message.startsWith(String(error?.message))).toBe(true);
		expect(tested.message).toContain(error?.description ?? '');
	},
);

test('an expired certificate is reported with its date', async () => {
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
