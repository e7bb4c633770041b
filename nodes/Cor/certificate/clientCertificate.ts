import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { BoundedCache } from '../../shared/async/boundedCache';
import { checkOneOf, isBlank } from '../../shared/input/check';
import { readCertificates, readPemPair } from './pemPair';
import { readPfx } from './pfx';

/** What the TLS connection needs of a client certificate; the names are Node.js's. */
export interface CertificateOptions {
	cert?: string;
	key?: string;
	pfx?: Buffer;
	passphrase?: string;
	ca?: string;
}

/** How the credential holds the certificate. @throws InputError */
const formatOf = ({ certificateFormat }: ICredentialDataDecryptedObject) =>
	checkOneOf('Certificate Format', certificateFormat ?? 'pem', ['pem', 'pfx', 'none']);

function readFresh(credentials: ICredentialDataDecryptedObject): CertificateOptions {
	const { certificate, privateKey, pfx, passphrase } = credentials;
	const format = formatOf(credentials);
	const ca = isBlank(credentials.ca)
		? {}
		: { ca: readCertificates('CA Certificates', credentials.ca).pem };
	if (format === 'none') return ca;
	const { passphrase: opening, ...own } =
		format === 'pem'
			? readPemPair({ certificate, privateKey, passphrase })
			: readPfx({ pfx, passphrase });
	return { ...own, ...ca, ...(opening !== '' && { passphrase: opening }) };
}

/** How long a result is kept, in milliseconds: a certificate may expire meanwhile. */
const LIFETIME = 60_000;

/** Good results by a hash of the fields, since a request needs them each time and keys are slow. */
const results = new BoundedCache<string, CertificateOptions>(10, LIFETIME);

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
	if (known) return known;

	const options = readFresh(credentials);
	results.set(name, options);
	return options;
}

const DAY = 86_400_000;

/** Days before the end of a certificate from which on a user is told. */
const DAYS_OF_NOTICE = 30;

/** Tells that a certificate expires soon; of a PKCS#12 file that can't be seen without opening it. */
export function warnOfExpiry(credentials: ICredentialDataDecryptedObject): string[] {
	if (formatOf(credentials) !== 'pem') return [];
	const { first } = readCertificates('Certificate', credentials.certificate);
	const days = Math.floor((Date.parse(first.validTo) - Date.now()) / DAY);
	if (days >= DAYS_OF_NOTICE) return [];
	return [
		`The certificate in the credential expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${first.validTo}. Request a new PKIoverheid certificate in time.`,
	];
}
