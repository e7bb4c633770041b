import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { BoundedCache } from '../../shared/async/boundedCache';
import { checkOneOf, isBlank } from '../../shared/input/check';
import { readCertificates, readPemPair } from './pemPair';
import { readPfx } from './pfx';

/** Node.js's options of a TLS connection. */
type CertificateOptions = NonNullable<IHttpRequestOptions['agentOptions']>;

/** The format of the certificate; `none` too where it is optional and left out. */
export function formatOf(credentials: ICredentialDataDecryptedObject) {
	const { certificateFormat, environment, apiKey, certificate, privateKey, pfx } = credentials;
	const format = checkOneOf('Certificate Format', certificateFormat ?? 'pem', [
		'pem',
		'pfx',
		'none',
	]);
	const isOptional = environment === 'oinRegister' || !isBlank(apiKey);
	const fields = format === 'pem' ? [certificate, privateKey] : [pfx];
	return isOptional && fields.every(isBlank) ? 'none' : format;
}

/** For a minute, as a certificate may expire: reading a key for each request would be slow. */
const cache = new BoundedCache<string, CertificateOptions>(10, 60_000);

/**
 * Reads and checks the certificate of a COR credential. OpenSSL opens a PKCS#12 file only when it
 * connects: see `certificateAdvice`.
 * @throws InputError
 */
export function readClientCertificate(
	credentials: ICredentialDataDecryptedObject,
): CertificateOptions {
	const { certificate, privateKey, pfx, passphrase, ca } = credentials;
	const format = formatOf(credentials);
	const fields = JSON.stringify([format, certificate, privateKey, pfx, passphrase, ca]);
	const known = cache.get(fields);
	if (known) return known;
	const options: CertificateOptions = {
		...(!isBlank(ca) && { ca: readCertificates('CA Certificates', ca).pem }),
		...(format === 'pem' && readPemPair(credentials)),
		...(format === 'pfx' && readPfx(credentials)),
	};
	cache.set(fields, options);
	return options;
}

const DAY = 86_400_000;

/** Warns from 30 days before a certificate expires; a PKCS#12 file can't be read here. */
export function warnOfExpiry(credentials: ICredentialDataDecryptedObject): string[] {
	if (formatOf(credentials) !== 'pem') return [];
	const { first } = readCertificates('Certificate', credentials.certificate);
	const days = Math.floor((Date.parse(first.validTo) - Date.now()) / DAY);
	if (days >= 30) return [];
	return [
		`The certificate in the credential expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${first.validTo}. Request a new PKIoverheid certificate in time.`,
	];
}
