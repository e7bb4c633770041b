import { asn1, pkcs12, pki, util } from 'node-forge';
import { createSecureContext } from 'node:tls';

import { makeCertificates } from '../../../sandbox/cor/state/certificates';
import { childrenOf, type Element, readElement } from '../../../nodes/Cor/certificate/der';
import { kindOf, opens, outOfUseCipher } from '../../../nodes/Cor/certificate/pkcs12';
// Made with OpenSSL 3 of a throw-away key: `openssl pkcs12 -export`, with `-macalg`, `-keypbe`,
// `-certpbe`, `-iter`, `-nomac` and `-legacy` as their names say.
import madeFiles from './pkcs12.json';

const files = Object.entries(madeFiles).map(([name, { pfx, passphrase }]) => ({
	name,
	bytes: Buffer.from(pfx, 'base64'),
	passphrase,
}));

const named = (name: keyof typeof madeFiles) => files.find((file) => file.name === name)!;

/** Whether Node.js itself opens a file; where it doesn't, why. */
function opened(pfx: Buffer, passphrase: string): true | string {
	try {
		createSecureContext({ pfx, ...(passphrase !== '' && { passphrase }) });
		return true;
	} catch (error) {
		return (error as Error).message;
	}
}

/** A definite length becomes an indefinite one, as far down as the pieces are containers. */
function toBer({ tag, content }: Element, depth: number): Buffer {
	const isContainer = (tag & 0x20) !== 0 && depth > 0;
	if (!isContainer) {
		const length = Buffer.from([0x82, content.length >> 8, content.length & 0xff]);
		return Buffer.concat([Buffer.from([tag]), length, content]);
	}
	const inner = childrenOf({ tag, content, end: 0 }).map((child) => toBer(child, depth - 1));
	return Buffer.concat([Buffer.from([tag, 0x80]), ...inner, Buffer.from([0, 0])]);
}

describe.each(files)('$name', ({ bytes, passphrase, name }) => {
	test('is a PKCS#12 file', () => expect(kindOf(bytes)).toBe('pkcs12'));

	test('is opened by its passphrase, or it is not told', () => {
		expect(opens(bytes, passphrase)).toBe(name === 'no MAC' ? undefined : true);
	});

	test('is opened by no other', () => {
		const others = [' ', 'Geheim', 'geheim ', `${passphrase}x`, passphrase === '' ? 'x' : ''];
		for (const other of others) {
			expect(opens(bytes, other)).toBe(name === 'no MAC' ? undefined : false);
		}
	});

	test('is never refused where Node.js opens it', () => {
		for (const candidate of [passphrase, '', 'geheim', 'anders']) {
			const refused = opens(bytes, candidate) === false || outOfUseCipher(bytes) !== undefined;
			if (refused) expect(opened(bytes, candidate)).not.toBe(true);
		}
		const isOld = /^RC/.test(name);
		expect(outOfUseCipher(bytes) !== undefined).toBe(isOld);
		// Without a MAC it depends on the version of OpenSSL.
		if (name !== 'no MAC') expect(opened(bytes, passphrase) === true).toBe(!isOld);
	});

	test('is opened as BER, with lengths left open', () => {
		const ber = toBer(readElement(bytes), 3);
		expect(ber.equals(bytes)).toBe(false);
		expect(kindOf(ber)).toBe('pkcs12');
		expect(opens(ber, passphrase)).toBe(opens(bytes, passphrase));
		expect(opens(ber, 'anders')).toBe(opens(bytes, 'anders'));
	});

	test('cut off anywhere is told, and nothing throws', () => {
		for (let length = 0; length < bytes.length; length += 7) {
			const cut = bytes.subarray(0, length);
			expect(kindOf(cut)).toBe(length === 0 ? 'other' : 'cutOff');
			expect(opens(cut, passphrase)).not.toBe(true);
		}
	});
});

test.each(['3des', 'aes128', 'aes256'] as const)(
	'a file that forge made with %s',
	async (algorithm) => {
		const { client } = await makeCertificates();
		const key = pki.privateKeyFromPem(client.privateKey);
		const certificate = pki.certificateFromPem(client.certificate);
		const store = pkcs12.toPkcs12Asn1(key, [certificate], 'geheim', { algorithm });
		const bytes = Buffer.from(util.encode64(asn1.toDer(store).getBytes()), 'base64');

		expect(kindOf(bytes)).toBe('pkcs12');
		expect([opens(bytes, 'geheim'), opens(bytes, 'fout')]).toEqual([true, false]);
		expect(outOfUseCipher(bytes)).toBeUndefined();
		expect(opened(bytes, 'geheim')).toBe(true);
	},
);

test('a MAC of another kind is not judged', () => {
	const { bytes } = named('SHA-256');
	// The object identifier of SHA-256 as that of PBMAC1 would be: one that is not known here.
	const at = bytes.lastIndexOf(Buffer.from('608648016503040201', 'hex'));
	const other = Buffer.from(bytes);
	other[at + 8] = 0x7f;

	expect(kindOf(other)).toBe('pkcs12');
	expect(opens(other, 'geheim')).toBeUndefined();
	expect(opens(other, 'anders')).toBeUndefined();
});

test('a file that would take long to check is not judged', () => {
	const { bytes } = named('many iterations');
	const at = bytes.lastIndexOf(Buffer.from('02024e20', 'hex'));
	const other = Buffer.concat([bytes.subarray(0, at), Buffer.from('02027fff', 'hex')]);
	const more = Buffer.concat([bytes.subarray(0, at), Buffer.from('0202ffff', 'hex')]);

	expect(at).toBe(bytes.length - 4);
	expect(opens(other, 'geheim')).toBe(false);
	expect(opens(more, 'geheim')).toBeUndefined();
});

test('a byte that changed on the way is found', () => {
	const { bytes, passphrase } = named('SHA-256');
	const damaged = Buffer.from(bytes);
	damaged[300] ^= 1;

	expect(opens(damaged, passphrase)).toBe(false);
	expect(opened(damaged, passphrase)).toBe('mac verify failure');
});

test.each<[string, Buffer]>([
	['nothing', Buffer.alloc(0)],
	['text', Buffer.from('tekst')],
	['a sequence of nothing', Buffer.from('3000', 'hex')],
	['a private key', Buffer.from('300302010030', 'hex')],
	['a certificate', Buffer.from('30053003020100', 'hex')],
	['a length without an end', Buffer.from('3080'.repeat(40), 'hex')],
	['an impossible length', Buffer.from('3089ffffffffffffffffff', 'hex')],
])('%s is no PKCS#12 file', (_, bytes) => {
	expect(kindOf(bytes)).not.toBe('pkcs12');
	expect(opens(bytes, '')).toBeUndefined();
});
