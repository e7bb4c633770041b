import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

import { InputError } from '../../shared/input/InputError';
import { readPem } from './pem';
import { base64Of, passphrasesOf } from './fields';
import { kindOf } from './pkcs12';

const PEM_ADVICE =
	'Paste the whole text, from -----BEGIN to the last -----END with its dashes. Spaces instead of line breaks are fine.';

const PKCS12_ADVICE =
	'Choose PKCS#12 as Certificate Format and paste it there, or convert it with "openssl pkcs12 -in certificate.pfx -nodes".';

function parse(pem: string): X509Certificate | undefined {
	try {
		return new X509Certificate(pem);
	} catch {
		return undefined;
	}
}

/** Why a field doesn't hold what it should, as an error. */
function unreadable(field: string, text: string, isPem: boolean): InputError {
	if (kindOf(base64Of(text)) === 'pkcs12') {
		return new InputError(`The ${field} in the credential is a PKCS#12 file`, PKCS12_ADVICE);
	}
	return new InputError(
		isPem
			? `The ${field} in the credential can't be read`
			: `The ${field} in the credential is empty or no PEM text`,
		PEM_ADVICE,
	);
}

/** What a block holds that is a certificate; parameters, requests and keys beside it are not. */
const CERTIFICATE = /^-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----/;

const isKey = (block: string): boolean => block.includes('PRIVATE KEY-----');

/**
 * Reads a field with certificates; whatever else is beside them is left out.
 * @throws InputError with the name of the field
 */
export function readCertificates(
	field: string,
	value: unknown,
): { pem: string; first: X509Certificate } {
	const text = String(value ?? '');
	const blocks = readPem(text);
	if (blocks.length === 0) throw unreadable(field, text, false);
	const certificates = blocks.filter((block) => CERTIFICATE.test(block));
	if (certificates.length === 0 && !blocks.some(isKey)) throw unreadable(field, text, true);
	if (certificates.length === 0) {
		throw new InputError(
			`The ${field} in the credential is a private key`,
			`Paste what begins with -----BEGIN CERTIFICATE----- as ${field}; the key has a field of its own.`,
		);
	}
	const [first, ...others] = certificates.map(parse);
	if (first === undefined || others.includes(undefined)) throw unreadable(field, text, true);
	return { pem: certificates.join(''), first };
}

/** A key that could be read, or the code of OpenSSL's error. */
function decrypt(pem: string, passphrase: string): KeyObject | string {
	try {
		return createPrivateKey({ key: pem, passphrase });
	} catch (error) {
		return String((error as { code?: unknown }).code);
	}
}

interface PrivateKey {
	pem: string;
	key: KeyObject;
	/** What opened it; empty where it isn't encrypted. */
	passphrase: string;
}

/**
 * Reads the key out of a field; of several the one that belongs to the certificate.
 * @throws InputError
 */
function readPrivateKey(
	value: unknown,
	passphrase: unknown,
	certificate: X509Certificate,
): PrivateKey {
	const text = String(value ?? '');
	const blocks = readPem(text);
	const keys = blocks.filter(isKey);
	if (keys.length === 0) {
		if (blocks.length === 0) throw unreadable('Private Key', text, false);
		throw new InputError(
			'The Private Key in the credential is no private key',
			'Paste the text that begins with -----BEGIN PRIVATE KEY----- or the like; a certificate has a field of its own.',
		);
	}
	const opened = keys.map((pem) => openKey(pem, passphrase));
	const readable = opened.filter((one): one is PrivateKey => !(one instanceof InputError));
	const own = readable.find(({ key }) => certificate.checkPrivateKey(key)) ?? readable[0];
	if (own) return own;
	throw opened[0] as InputError;
}

/** Opens a key with the passphrase. @returns why that is not possible, as an error */
function openKey(pem: string, passphrase: unknown): PrivateKey | InputError {
	let code = '';
	for (const candidate of passphrasesOf(passphrase)) {
		const key = decrypt(pem, candidate);
		if (typeof key !== 'string') return { pem, key, passphrase: candidate };
		code = key;
	}
	return keyError(pem, code, passphrasesOf(passphrase)[0] !== '');
}

function keyError(pem: string, code: string, hasPassphrase: boolean): InputError {
	if (!pem.includes('ENCRYPTED')) return unreadable('Private Key', pem, true);
	if (code === 'ERR_OSSL_EVP_UNSUPPORTED') {
		return new InputError(
			'The Private Key in the credential is encrypted in a way that is out of use',
			'Encrypt it anew, e.g. with "openssl pkcs8 -provider legacy -provider default -topk8 -v2 aes-256-cbc -in old.pem -out new.pem", and paste the new text.',
		);
	}
	return new InputError(
		hasPassphrase
			? 'The Passphrase in the credential does not open the Private Key'
			: 'The Private Key in the credential is encrypted, and the Passphrase is empty',
		'Enter the passphrase that the key was made with.',
	);
}

/**
 * Reads a certificate and its private key.
 * @throws InputError with the name of the field that can't work
 */
export function readPemPair(fields: {
	certificate: unknown;
	privateKey: unknown;
	passphrase: unknown;
}): { cert: string; key: string; passphrase: string } {
	const { pem, first } = readCertificates('Certificate', fields.certificate);
	const {
		pem: key,
		key: opened,
		passphrase,
	} = readPrivateKey(fields.privateKey, fields.passphrase, first);
	if (!first.checkPrivateKey(opened)) {
		throw new InputError(
			'The Private Key in the credential does not belong to the Certificate',
			'Use the key that the certificate was requested with. In the Certificate field, your own certificate goes first, before those of its issuers.',
		);
	}
	if (Date.parse(first.validTo) < Date.now()) {
		throw new InputError(
			`The Certificate in the credential expired on ${first.validTo}`,
			'Request a new PKIoverheid certificate and put it into the credential.',
		);
	}
	return { cert: pem, key, passphrase };
}
