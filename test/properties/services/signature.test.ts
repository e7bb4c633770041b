import cryptoJs from 'crypto-js';

import { signatureHeaders } from '../../../nodes/Inboxify/credential';
import { anyText, fc } from '../cases';

test('a signature is that of another implementation (crypto-js), for any key and salt', () => {
	fc.assert(
		fc.property(anyText, anyText, (secretKey, salt) => {
			const other = cryptoJs.HmacSHA256(salt, secretKey).toString(cryptoJs.enc.Base64);
			const { signature } = signatureHeaders('key', secretKey, salt);
			expect(decodeURIComponent(signature)).toBe(other);
			expect(signature).toMatch(/^[A-Za-z0-9%]+$/);
		}),
	);
});

test('no salt comes twice', () => {
	const salts = new Set<string>();
	let count = 0;
	fc.assert(
		fc.property(anyText, (key) => {
			salts.add(signatureHeaders(key, 'secret').salt);
			expect(salts.size).toBe(++count);
		}),
	);
});
