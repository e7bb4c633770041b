import { createHash, createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkOneOf, isBlank } from '../shared/input/check';
import { InputError } from '../shared/input/InputError';
import { readPem } from './pem';

/** What the TLS connection needs of a client certificate; the names are Node.js's. */
export interface CertificateOptions {
	cert?: string;
	key?: string;
	pfx?: Buffer;
	passphrase?: string;
	ca?: string;
}

const pemAdvice =
	'Paste the whole text, from -----BEGIN to the last -----END with its dashes. Spaces instead of line breaks are fine.';

function parseCertificate(pem: string): X509Certificate | undefined {
	try {
		return new X509Certificate(pem);
	} catch {
		return undefined;
	}
}

function readCertificates(field: string, text: unknown): { pem: string; first: X509Certificate } {
	const blocks = readPem(String(text ?? ''));
	if (blocks.length === 0) {
		throw new InputError(`The ${field} in the credential is empty or no PEM text`, pemAdvice);
	}
	const [first, ...others] = blocks.map(parseCertificate);
	if (first === undefined || others.includes(undefined)) {
		throw new InputError(`The ${field} in the credential can't be read`, pemAdvice);
	}
	return { pem: blocks.join(''), first };
}

function decrypt(pem: string, passphrase: string | undefined): KeyObject | undefined {
	try {
		return createPrivateKey({ key: pem, passphrase });
	} catch {
		return undefined;
	}
}

function readPrivateKey(text: unknown, passphrase?: string): { pem: string; key: KeyObject } {
	const pem = readPem(String(text ?? '')).find((block) => block.includes('PRIVATE KEY'));
	if (pem === undefined) {
		throw new InputError('The Private Key in the credential is empty or no PEM text', pemAdvice);
	}
	const key = decrypt(pem, passphrase);
	if (key) return { pem, key };
	if (!pem.includes('ENCRYPTED')) {
		throw new InputError("The Private Key in the credential can't be read", pemAdvice);
	}
	throw new InputError(
		passphrase
			? 'The Passphrase in the credential does not open the Private Key'
			: 'The Private Key in the credential is encrypted, and the Passphrase is empty',
		'Enter the passphrase that the key was made with.',
	);
}

function readPemPair(credentials: ICredentialDataDecryptedObject, passphrase?: string) {
	const certificate = readCertificates('Certificate', credentials.certificate);
	const privateKey = readPrivateKey(credentials.privateKey, passphrase);
	if (!certificate.first.checkPrivateKey(privateKey.key)) {
		throw new InputError(
			'The Private Key in the credential does not belong to the Certificate',
			'Use the key that the certificate was requested with. In the Certificate field, your own certificate goes first, before those of its issuers.',
		);
	}
	if (Date.parse(certificate.first.validTo) < Date.now()) {
		throw new InputError(
			`The Certificate in the credential expired on ${certificate.first.validTo}`,
			'Request a new PKIoverheid certificate and put it into the credential.',
		);
	}
	return { cert: certificate.pem, key: privateKey.pem };
}

/** A PKCS#12 file is one DER sequence; more can't be told without opening it. */
function readPfx(text: unknown): Buffer {
	const base64 = String(text ?? '').replace(/\s+/g, '');
	const bytes = Buffer.from(base64, 'base64');
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || bytes[0] !== 0x30) {
		throw new InputError(
			'The PKCS#12 in the credential is empty or not the base64 text of a .pfx or .p12 file',
			'Make the text with "base64 certificate.pfx" and paste the whole of it.',
		);
	}
	return bytes;
}

/** What is read and checked, each time anew. */
function readAnew(credentials: ICredentialDataDecryptedObject): CertificateOptions {
	const format = checkOneOf('Certificate Format', credentials.certificateFormat ?? 'pem', [
		'pem',
		'pfx',
		'none',
	]);
	const passphrase = isBlank(credentials.passphrase) ? undefined : String(credentials.passphrase);
	const ca = isBlank(credentials.ca)
		? {}
		: { ca: readCertificates('CA Certificates', credentials.ca).pem };
	if (format === 'none') return ca;
	const certificate =
		format === 'pem' ? readPemPair(credentials, passphrase) : { pfx: readPfx(credentials.pfx) };
	return { ...certificate, ...ca, ...(passphrase !== undefined && { passphrase }) };
}

/** Results that are kept: of the last credentials in use. */
const MOST_RESULTS = 10;

/** Good results by a hash of the fields, since a request needs them each time and keys are slow. */
const results = new Map<string, { options: CertificateOptions; at: number }>();

/** How long a result is kept, in milliseconds: a certificate may expire meanwhile. */
const LONGEST_KEPT = 60_000;

/**
 * Reads and checks the certificate of a COR credential.
 * @returns options for the TLS connection; nothing for `certificateFormat` `none` without a CA
 * @throws InputError with the field that can't be read, before anything is sent
 */
export function readClientCertificate(
	credentials: ICredentialDataDecryptedObject,
): CertificateOptions {
	const { certificateFormat, certificate, privateKey, pfx, passphrase, ca } = credentials;
	const fields = JSON.stringify([certificateFormat, certificate, privateKey, pfx, passphrase, ca]);
	const name = createHash('sha256').update(fields).digest('hex');
	const known = results.get(name);
	if (known && Date.now() - known.at < LONGEST_KEPT) return known.options;

	const options = readAnew(credentials);
	results.delete(name);
	results.set(name, { options, at: Date.now() });
	if (results.size > MOST_RESULTS) {
		const [oldest] = results.keys();
		results.delete(oldest);
	}
	return options;
}

const DAY = 86_400_000;

/** Days before the end of a certificate from which on a user is told. */
const DAYS_OF_NOTICE = 30;

/** Tells that a certificate expires soon; of a PKCS#12 file that can't be seen without opening it. */
export function warnOfExpiry(credentials: ICredentialDataDecryptedObject): string[] {
	if ((credentials.certificateFormat ?? 'pem') !== 'pem') return [];
	const { first } = readCertificates('Certificate', credentials.certificate);
	const days = Math.floor((Date.parse(first.validTo) - Date.now()) / DAY);
	if (days >= DAYS_OF_NOTICE) return [];
	return [
		`The certificate in the credential expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${first.validTo}. Request a new PKIoverheid certificate in time.`,
	];
}
