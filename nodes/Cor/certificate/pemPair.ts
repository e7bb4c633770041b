import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isBlank } from '../../shared/input/check';
import { InputError } from '../../shared/input/InputError';
import { decodeBase64, parseCertificate, readPem } from './pem';
import { isPkcs12 } from './pfx';

/** Requests and parameters next to a certificate or a key are ignored. */
const isCertificate = (block: string): boolean =>
	/^-----BEGIN (X509 |TRUSTED )?CERTIFICATE-----/.test(block);

const isKey = (block: string): boolean => block.includes('PRIVATE KEY-----');

function unreadable(field: string, text: string): InputError {
	if (isPkcs12(decodeBase64(text))) {
		return new InputError(
			`The ${field} in the credential is a PKCS#12 file`,
			'Choose PKCS#12 as Certificate Format and paste it there, or convert it with "openssl pkcs12 -in certificate.pfx -nodes".',
		);
	}
	const problem = readPem(text).length > 0 ? "can't be read" : 'is empty or not PEM text';
	return new InputError(
		`The ${field} in the credential ${problem}`,
		'Paste the whole text, from -----BEGIN to the last -----END with its dashes. Spaces instead of line breaks are fine.',
	);
}

/** Reads the certificates in a field of the credential. @throws InputError */
export function readCertificates(
	field: string,
	value: unknown,
): { pem: string; first: X509Certificate } {
	const text = String(value ?? '');
	const blocks = readPem(text);
	const certificates = blocks.filter(isCertificate);
	if (certificates.length === 0 && blocks.some(isKey)) {
		throw new InputError(
			`The ${field} in the credential is a private key`,
			`Paste the text that begins with -----BEGIN CERTIFICATE----- as ${field}. The key has its own field.`,
		);
	}
	const [first, ...others] = certificates.map(parseCertificate);
	if (!first || others.includes(undefined)) throw unreadable(field, text);
	return { pem: certificates.join(''), first };
}

/** Decrypts a key. @returns the code of OpenSSL's error if that fails */
function decrypt(pem: string, passphrase: string): KeyObject | string {
	try {
		return createPrivateKey({ key: pem, passphrase });
	} catch (error) {
		return String((error as { code?: unknown }).code);
	}
}

function keyError(pem: string, code: string, passphrase: string): InputError {
	if (!pem.includes('ENCRYPTED')) return unreadable('Private Key', pem);
	if (code === 'ERR_OSSL_EVP_UNSUPPORTED') {
		return new InputError(
			'The Private Key in the credential uses outdated encryption',
			'Encrypt it again, e.g. with "openssl pkcs8 -provider legacy -provider default -topk8 -v2 aes-256-cbc -in old.pem -out new.pem", and paste the new text.',
		);
	}
	return new InputError(
		passphrase === ''
			? 'The Private Key in the credential is encrypted, and the Passphrase is empty'
			: 'The Passphrase in the credential does not open the Private Key',
		'Enter the passphrase that the key was made with.',
	);
}

/** The private keys in a field. @throws InputError if it has none */
function findKeys(value: unknown): string[] {
	const text = String(value ?? '');
	const blocks = readPem(text);
	const keys = blocks.filter(isKey);
	if (keys.length > 0) return keys;
	if (blocks.length === 0) throw unreadable('Private Key', text);
	throw new InputError(
		'The Private Key in the credential is not a private key',
		'Paste the text that begins with -----BEGIN PRIVATE KEY----- or similar. The certificate has its own field.',
	);
}

/**
 * Reads a certificate and its private key, with the passphrase as entered or without spaces around it.
 * @throws InputError
 */
export function readPemPair({
	certificate,
	privateKey,
	passphrase: given,
}: ICredentialDataDecryptedObject): { cert: string; key: string; passphrase: string } {
	const { pem: cert, first } = readCertificates('Certificate', certificate);
	const entered = isBlank(given) ? '' : String(given);
	const attempts = findKeys(privateKey).flatMap((key) =>
		[entered, entered.trim()].map((passphrase) => {
			return { key, passphrase, opened: decrypt(key, passphrase) };
		}),
	);
	const own = attempts.find(
		({ opened }) => typeof opened === 'object' && first.checkPrivateKey(opened),
	);
	if (!own) {
		const [{ key, opened }] = attempts;
		if (attempts.every((attempt) => typeof attempt.opened === 'string')) {
			throw keyError(key, String(opened), entered);
		}
		throw new InputError(
			'The Private Key in the credential does not belong to the Certificate',
			'Use the key that the certificate was requested with. In the Certificate field, put your own certificate before those of its issuers.',
		);
	}
	if (Date.parse(first.validTo) < Date.now()) {
		throw new InputError(
			`The Certificate in the credential expired on ${first.validTo}`,
			'Request a new PKIoverheid certificate and put it in the credential.',
		);
	}
	return { cert, key: own.key, passphrase: own.passphrase };
}
