import { readPem } from '../../../nodes/Cor/certificate/pem';

describe('readPem', () => {
	const base64 = 'QUJD'.repeat(20);
	const pem = `-----BEGIN CERTIFICATE-----\n${base64.slice(0, 64)}\n${base64.slice(64)}\n-----END CERTIFICATE-----\n`;

	test.each([
		['as it should be', pem],
		['with Windows line breaks', pem.replace(/\n/g, '\r\n')],
		['on one line', pem.replace(/\n/g, ' ')],
		['with line breaks written out', pem.replace(/\n/g, '\\n')],
		['without any', pem.replace(/\n/g, '')],
		['after other text', `subject=/CN=x\n${pem}`],
	])('%s', (_, text) => expect(readPem(text)).toEqual([pem]));

	test('several blocks', () => expect(readPem(pem + pem)).toEqual([pem, pem]));

	test('a key that is encrypted in the older way keeps its header', () => {
		const key = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n\nQUJD\n-----END RSA PRIVATE KEY-----\n`;
		expect(readPem(key.replace(/\n/g, ' '))).toEqual([key]);
	});

	test('nothing', () => expect(readPem('nothing')).toEqual([]));
});
