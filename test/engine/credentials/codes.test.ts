import type { IDataObject } from 'n8n-workflow';
import { sharedWorld } from '../../../tools/engine/world';
import { testCredential } from './testCredential';

const world = sharedWorld({ corlega: { limit: null } });

/** What the README's troubleshooting says of these codes. */
test.each<[string, () => IDataObject, string]>([
	[
		'SELF_SIGNED_CERT_IN_CHAIN',
		() => ({ ca: '' }),
		'The secure connection to COR failed (self-signed certificate in certificate chain, SELF_SIGNED_CERT_IN_CHAIN). Put the certificate of the issuer into CA Certificates of the credential.',
	],
	[
		'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
		() => ({ certificateFormat: 'none' }),
		'The secure connection to COR failed (tlsv13 alert certificate required, ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED). The register may want a PKIoverheid certificate: add one to the credential.',
	],
	[
		'ECONNRESET',
		() => ({ ...world.sandbox.cor.certificates.unknownClient }),
		'The connection to COR failed (socket hang up, ECONNRESET). The register may not have accepted the certificate: check that it is a valid PKIoverheid one for this environment.',
	],
])(
	'the test of a credential explains %s in a sentence, with what to do',
	async (_, given, expected) => {
		const result = await testCredential('corApi', { ...world.credentials('cor'), ...given() });

		expect(result.status).toBe('Error');
		expect(result.message.slice(0, expected.length)).toBe(expected);
	},
);
