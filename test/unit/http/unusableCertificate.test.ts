import { judgeConnection } from '../../../nodes/shared/http/judgement';

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
	expect(judgeConnection(undefined, false, message)).toBe('final');
});

test.each(['socket hang up', 'aborted', 'unsupported by the proxy', ''])(
	'another failure without a code ("%s") stays unknown',
	(message) => expect(judgeConnection(undefined, false, message)).toBe('unknown'),
);

test('a host name that does not match is final', () => {
	expect(judgeConnection('ERR_TLS_CERT_ALTNAME_INVALID', false)).toBe('final');
});
