import { certificateAdvice } from '../../../nodes/Cor/certificate/advice';
import { InputError } from '../../../nodes/shared/input/InputError';
import { importIn } from './importIn';

const REFUSED = { code: 'ECONNRESET', message: 'socket hang up' };
const UNTRUSTED = { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate' };

/** The advice in a version of n8n that sends client certificates, or in one that doesn't. */
async function adviceIn(sends: boolean, failure: object, certificateFormat = 'pem') {
	const { certificateAdvice: advise } = await importIn(
		sends,
		async () => await import('../../../nodes/Cor/certificate/advice'),
	);
	return advise(failure, { certificateFormat });
}

test('before n8n 2.20, the advice names n8n as the cause and the version to update to', async () => {
	const outdated = 'This n8n sends no client certificate: update it to 2.20 or later.';

	expect(await adviceIn(false, REFUSED)).toBe(outdated);
	expect(await adviceIn(false, { status: 403 })).toBe(outdated);
	expect(await adviceIn(false, REFUSED, 'none')).toMatch(/: add one to the credential\. This n8n/);
	expect(await adviceIn(false, UNTRUSTED)).toBe(
		'This n8n ignores CA Certificates in the credential: update it to 2.20 or later.',
	);
});

test('from n8n 2.20, the advice is about the certificate', async () => {
	for (const failure of [REFUSED, UNTRUSTED, { status: 403 }]) {
		for (const format of ['pem', 'none']) {
			const advice = await adviceIn(true, failure, format);
			expect(advice).toMatch(/certificate/i);
			expect(advice).not.toMatch(/This n8n/);
		}
	}
});

describe('an error of OpenSSL about a PKCS#12 file', () => {
	const advise = (message: string, passphrase = 'x', certificateFormat = 'pfx') =>
		certificateAdvice({ message }, { certificateFormat, passphrase });

	test.each<[string, RegExp]>([
		['mac verify failure', /Passphrase in the credential does not open/],
		['bad decrypt', /Passphrase in the credential does not open/],
		['mac absent', /nothing to check a passphrase against/],
		['unsupported', /outdated encryption/],
		['Unsupported PKCS12 PFX data', /outdated encryption/],
		['not enough data', /damaged/],
		['wrong tag', /damaged/],
		['header too long', /damaged/],
		['too long', /damaged/],
		['nested asn1 error', /damaged/],
		['sequence length mismatch', /damaged/],
	])('"%s" is an input error', (message, expected) => {
		expect(() => advise(message)).toThrow(InputError);
		expect(() => advise(message)).toThrow(expected);
		expect(advise(message, 'x', 'pem')).toBeUndefined();
	});

	test('an empty passphrase is named as the cause', () => {
		expect(() => advise('mac verify failure', ' ')).toThrow(/needs a passphrase/);
	});

	test.each(['packet length too long', 'unsupported by the proxy', 'socket hang up'])(
		'"%s" is not one',
		(message) => expect(() => advise(message)).not.toThrow(),
	);
});
