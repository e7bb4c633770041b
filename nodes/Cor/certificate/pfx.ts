import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { InputError } from '../../shared/input/InputError';
import { decodeBase64, parseCertificate, readPem } from './pem';

const PASTE_ADVICE = 'Make the text with "base64 certificate.pfx" and paste all of it.';

/** How a PKCS#12 file begins (RFC 7292): version 3, then content of type pkcs7-data. */
const BEGINNING = /^30(..){1,5}02010330(..){1,5}06092a864886f70d010701/;

export const isPkcs12 = (bytes: Buffer): boolean =>
	BEGINNING.test(bytes.subarray(0, 40).toString('hex'));

/** Reads a PKCS#12 file without opening it. @throws InputError */
export function readPfx({ pfx, passphrase }: ICredentialDataDecryptedObject) {
	const text = String(pfx ?? '');
	const bytes = decodeBase64(text);
	if (isPkcs12(bytes)) return { pfx: bytes, passphrase: String(passphrase ?? '').trim() };
	if (readPem(text).length > 0) {
		throw new InputError(
			'The PKCS#12 in the credential is PEM text',
			'Choose PEM as Certificate Format, and paste the certificate and the private key there.',
		);
	}
	if (parseCertificate(bytes)) {
		throw new InputError(
			'The PKCS#12 in the credential is a certificate without its key',
			'Export the certificate with its private key, as a .pfx or .p12 file.',
		);
	}
	throw new InputError(
		'The PKCS#12 in the credential is empty or not the base64 text of a .pfx or .p12 file',
		PASTE_ADVICE,
	);
}

const DAMAGE =
	/^(not enough data|wrong tag|(header )?too long|nested asn1 error|sequence length mismatch)$/i;

/** Why OpenSSL can't open a PKCS#12 file, by the reason it gives; undefined for other reasons. */
export function pfxError(reason: string, hasPassphrase: boolean): InputError | undefined {
	if (/^(mac verify failure|bad decrypt)$/i.test(reason)) {
		return new InputError(
			hasPassphrase
				? 'The Passphrase in the credential does not open the PKCS#12'
				: 'The PKCS#12 in the credential needs a passphrase, and the Passphrase is empty',
			`Enter the passphrase that the file was made with; spaces around it are ignored. If it is correct, the file is damaged: ${PASTE_ADVICE}`,
		);
	}
	if (/^mac absent$/i.test(reason)) {
		return new InputError(
			'The PKCS#12 in the credential has nothing to check a passphrase against',
			'Leave the Passphrase empty if the file needs none. Otherwise convert the file to PEM and choose PEM as Certificate Format.',
		);
	}
	if (/^unsupported( pkcs12 pfx data)?$/i.test(reason)) {
		return new InputError(
			'The PKCS#12 in the credential uses outdated encryption',
			'Convert it to PEM, e.g. with "openssl pkcs12 -legacy -nodes -in old.pfx", and choose PEM as Certificate Format.',
		);
	}
	if (DAMAGE.test(reason)) {
		return new InputError('The PKCS#12 in the credential is damaged', PASTE_ADVICE);
	}
	return undefined;
}
