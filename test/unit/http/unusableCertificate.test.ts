import { judge } from '../../../nodes/shared/http/judgement';

test.each([
	'mac verify failure',
	'mac absent',
	'bad decrypt',
	'unsupported',
	'Unsupported PKCS12 PFX data',
	'not enough data',
	'sequence length mismatch',
	'wrong tag',
	'header too long',
	'nested asn1 error',
	'ee key too small',
	'ca md too weak',
])('a certificate that OpenSSL can not use ("%s") is final', (message) => {
	expect(judge({ answered: false, message, whileConnecting: false })).toBe('final');
});

test.each(['socket hang up', 'aborted', 'unsupported by the proxy', ''])(
	'another failure without a code ("%s") stays unknown',
	(message) => expect(judge({ answered: false, message, whileConnecting: false })).toBe('unknown'),
);

test('a host name that does not match is final', () => {
	expect(
		judge({
			answered: false,
			code: 'ERR_TLS_CERT_ALTNAME_INVALID',
			message: '',
			whileConnecting: false,
		}),
	).toBe('final');
});
