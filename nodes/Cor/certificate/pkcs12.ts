import {
	createDecipheriv,
	createHash,
	createHmac,
	getCipherInfo,
	timingSafeEqual,
} from 'node:crypto';

import {
	childrenOf,
	type Element,
	EXPLICIT_0,
	INTEGER,
	OBJECT_ID,
	OCTET_STRING,
	octetsOf,
	readElement,
	SEQUENCE,
} from './der';

// The structure of a PKCS#12 file is that of RFC 7292, section 4; object identifiers stand as the
// bytes that they are encoded in.

/** `pkcs-7`, which all kinds of content begin with. */
const PKCS7 = '2a864886f70d0107';
const PKCS7_DATA = `${PKCS7}01`;

/** Node.js's names of the hashes that files are checked with, and the bytes they work on at a time. */
const HASHES: Record<string, { name: string; block: number }> = {
	'2b0e03021a': { name: 'sha1', block: 64 },
	'608648016503040204': { name: 'sha224', block: 64 },
	'608648016503040201': { name: 'sha256', block: 64 },
	'608648016503040202': { name: 'sha384', block: 128 },
	'608648016503040203': { name: 'sha512', block: 128 },
};

/** Ciphers of PKCS#12 files that OpenSSL 3 keeps in its legacy part (RFC 7292, appendix C). */
const OLD_CIPHERS = [
	{ id: '060a2a864886f70d010c0101', name: 'rc4' },
	{ id: '060a2a864886f70d010c0102', name: 'rc4-40' },
	{ id: '060a2a864886f70d010c0105', name: 'rc2-cbc' },
	{ id: '060a2a864886f70d010c0106', name: 'rc2-40-cbc' },
];

/** Beyond these a check would hold n8n up, by 0.3 s and more; common are 2,000 to 10,000. */
const MOST_ITERATIONS = 50_000;

/** What a file is by its outermost structure. */
export type FileKind = 'pkcs12' | 'cutOff' | 'other';

/** Whether this is a PKCS#12 file, whole as far as its outermost length tells. */
export function kindOf(bytes: Buffer): FileKind {
	try {
		if (bytes[0] !== SEQUENCE) return 'other';
		const [version, content] = childrenOf(readElement(bytes));
		if (version?.tag !== INTEGER || content?.tag !== SEQUENCE) return 'other';
		const [type] = childrenOf(content);
		const isKnown = type?.tag === OBJECT_ID && type.content.toString('hex').startsWith(PKCS7);
		return isKnown ? 'pkcs12' : 'other';
	} catch {
		return 'cutOff';
	}
}

/** What a file is checked by with the passphrase: its MAC. */
interface Integrity {
	hash: { name: string; block: number };
	mac: Buffer;
	salt: Buffer;
	iterations: number;
	content: Buffer;
}

const numberOf = ({ content }: Element): number =>
	content.length > 0 && content.length <= 6 ? content.readUIntBE(0, content.length) : NaN;

/** How to check a file; undefined where it has no MAC, or one of a kind that is not known here. */
function integrityOf(bytes: Buffer): Integrity | undefined {
	const [, authSafe, macData] = childrenOf(readElement(bytes));
	if (macData?.tag !== SEQUENCE) return undefined;
	const [type, wrapped] = childrenOf(authSafe);
	if (type.content.toString('hex') !== PKCS7_DATA || wrapped?.tag !== EXPLICIT_0) return undefined;
	const [digestInfo, salt, rounds] = childrenOf(macData);
	const [algorithm, mac] = childrenOf(digestInfo);
	const hash = HASHES[childrenOf(algorithm)[0].content.toString('hex')];
	const iterations = rounds === undefined ? 1 : numberOf(rounds);
	if (!hash || mac?.tag !== OCTET_STRING || salt?.tag !== OCTET_STRING) return undefined;
	if (!(iterations >= 1 && iterations <= MOST_ITERATIONS)) return undefined;
	const content = octetsOf(childrenOf(wrapped)[0]);
	return { hash, mac: mac.content, salt: salt.content, iterations, content };
}

/** Repeats bytes up to a whole number of blocks; none stay none. */
const fill = (bytes: Buffer, block: number): Buffer =>
	Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes.length > 0 ? bytes : 0);

/** The key of the MAC (RFC 7292, appendix B): as long as the hash, so one round of it will do. */
function keyOf({ hash, salt, iterations }: Integrity, passphrase: Buffer): Buffer {
	const purpose = Buffer.alloc(hash.block, 3);
	let key = Buffer.concat([purpose, fill(salt, hash.block), fill(passphrase, hash.block)]);
	for (let round = 0; round < iterations; round++) {
		key = createHash(hash.name).update(key).digest();
	}
	return key;
}

/** A passphrase as files hold it: UTF-16, high byte first, with a zero at its end. */
const encode = (passphrase: string): Buffer => Buffer.from(`${passphrase}\0`, 'utf16le').swap16();

function fits(integrity: Integrity, passphrase: Buffer): boolean {
	const { hash, mac, content } = integrity;
	const made = createHmac(hash.name, keyOf(integrity, passphrase)).update(content).digest();
	return made.length === mac.length && timingSafeEqual(made, mac);
}

/**
 * Whether a passphrase opens a file. A file that was damaged is opened by none.
 * @returns undefined where that can't be told: no MAC, or a kind of file that is not known here
 */
export function opens(bytes: Buffer, passphrase: string): boolean | undefined {
	try {
		const integrity = integrityOf(bytes);
		if (integrity === undefined) return undefined;
		// Without a passphrase some programs take none, others an empty one.
		const forms = passphrase === '' ? [encode(''), Buffer.alloc(0)] : [encode(passphrase)];
		return forms.some((form) => fits(integrity, form));
	} catch {
		return undefined;
	}
}

/** Whether this Node.js can decrypt with a cipher: the legacy part of OpenSSL may be switched on. */
function isAvailable(cipher: string): boolean {
	try {
		const { keyLength, ivLength } = getCipherInfo(cipher)!;
		createDecipheriv(cipher, Buffer.alloc(keyLength), ivLength ? Buffer.alloc(ivLength) : null);
		return true;
	} catch {
		return false;
	}
}

/** The cipher of a file that is out of use, so that this Node.js can't open it; else undefined. */
export function outOfUseCipher(bytes: Buffer): string | undefined {
	return OLD_CIPHERS.find(
		({ id, name }) => bytes.includes(Buffer.from(id, 'hex')) && !isAvailable(name),
	)?.name;
}
