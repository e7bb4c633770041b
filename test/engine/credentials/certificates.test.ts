import type { IDataObject } from 'n8n-workflow';

import { sharedWorld } from '../../../tools/engine/world';
import { byCertutil, inLines, runWith } from './certificates';
// Made with OpenSSL 3 from a throw-away key: `openssl pkcs12 -export`, with `-macalg`, `-keypbe`,
// `-certpbe`, `-iter`, `-nomac` and `-legacy` as their names say.
import madeFiles from './pkcs12.json';

const world = sharedWorld();

const certificates = () => world.sandbox.cor.certificates;

const run = async (credentials: IDataObject) => await runWith(world, credentials, 2);
const runWithFile = async (credentials: IDataObject) =>
	await run({ certificateFormat: 'pfx', ...certificates().pfx, ...credentials });

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
		const { error } = await runWithFile({ pfx: write(certificates().pfx.pfx) });

		expect(error).toBeUndefined();
		expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
	});
});

test('spaces around a passphrase do no harm, for a file and for a key', async () => {
	const { encryptedClient, pfx } = certificates();
	const passphrase = `  ${pfx.passphrase}\n`;

	expect((await runWithFile({ passphrase })).error).toBeUndefined();
	expect((await run({ ...encryptedClient, passphrase })).error).toBeUndefined();
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

describe('PEM text as programs give it', () => {
	const block = (label: string, base64: string) =>
		`-----BEGIN ${label}-----\n${inLines(base64)}-----END ${label}-----\n`;
	const PARAMETERS = block('EC PARAMETERS', 'BggqhkjOPQMBBw==');
	const DH = block('DH PARAMETERS', 'MAYCAQUCAQI=');
	const REQUEST = block('CERTIFICATE REQUEST', 'QUJD'.repeat(40));
	const BAG =
		'Bag Attributes\n    friendlyName: gemeente\n    localKeyID: 01 02\nKey Attributes: <No Attributes>\n';
	const SUBJECT = 'subject=C = NL, O = Gemeente\nissuer=CN = CA\n';

	test.each<[string, (own: string, other: string) => string]>([
		['EC PARAMETERS before it', (own) => PARAMETERS + own],
		['DH PARAMETERS after it', (own) => own + DH],
		['bag attributes', (own) => BAG + SUBJECT + own],
		['a certificate request', (own) => REQUEST + own],
		['a second key', (own, other) => other + own],
		[
			'all of it on one line',
			(own, other) => (PARAMETERS + BAG + other + REQUEST + own).replace(/\n/g, ' '),
		],
	])('%s, around the certificate, the key and the CA', async (_, around) => {
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
			...encryptedClient,
			privateKey: unknownClient.privateKey + encryptedClient.privateKey,
		});

		expect(error).toBeUndefined();
	});
});
