import { X509Certificate } from 'node:crypto';

import { InputError } from '../../shared/input/InputError';
import { base64Of, passphrasesOf } from './fields';
import { readPem } from './pem';
import { kindOf, opens, outOfUseCipher } from './pkcs12';

/** How an old file becomes one that can be opened; said in more places than one. */
export const CONVERT_ADVICE =
	'Convert it to PEM, e.g. with "openssl pkcs12 -legacy -nodes -in old.pfx", and choose PEM as Certificate Format.';

/** Whether text is PEM, and not a PKCS#12 file between the lines of PEM. */
const isPem = (text: string): boolean =>
	readPem(text).some((block) => block.includes('PRIVATE KEY-----') || isCertificate(block));

function isCertificate(data: string | Buffer): boolean {
	try {
		return Boolean(new X509Certificate(data));
	} catch {
		return false;
	}
}

/** The bytes of the field, if they are a whole PKCS#12 file. @throws InputError */
function readFile(value: unknown): Buffer {
	const text = String(value ?? '');
	if (isPem(text)) {
		throw new InputError(
			'The PKCS#12 in the credential is PEM text',
			'Choose PEM as Certificate Format, and paste the certificate and the private key there.',
		);
	}
	const bytes = base64Of(text);
	const kind = kindOf(bytes);
	if (kind === 'pkcs12') return bytes;
	if (kind === 'cutOff') {
		throw new InputError(
			'The PKCS#12 in the credential is damaged: it ends before the file does',
			'Make the text with "base64 certificate.pfx" and paste the whole of it.',
		);
	}
	if (isCertificate(bytes)) {
		throw new InputError(
			'The PKCS#12 in the credential is a certificate without its key',
			'Export the certificate together with its private key, as a .pfx or .p12 file.',
		);
	}
	throw new InputError(
		'The PKCS#12 in the credential is empty or not the base64 text of a .pfx or .p12 file',
		'Make the text with "base64 certificate.pfx" and paste the whole of it.',
	);
}

/**
 * Reads a PKCS#12 file, and tries the passphrase on it.
 * @throws InputError for what can't work; a file of a kind that is not known here is let through
 */
export function readPfx(fields: { pfx: unknown; passphrase: unknown }): {
	pfx: Buffer;
	passphrase: string;
} {
	const pfx = readFile(fields.pfx);
	const cipher = outOfUseCipher(pfx);
	if (cipher !== undefined) {
		throw new InputError(
			`The PKCS#12 in the credential is encrypted in a way that is out of use (${cipher})`,
			CONVERT_ADVICE,
		);
	}
	const passphrases = passphrasesOf(fields.passphrase);
	const passphrase = passphrases.find((candidate) => opens(pfx, candidate) !== false);
	if (passphrase !== undefined) return { pfx, passphrase };
	throw new InputError(
		passphrases[0] === ''
			? 'The PKCS#12 in the credential needs a passphrase, and the Passphrase is empty'
			: 'The Passphrase in the credential does not open the PKCS#12',
		'Enter the passphrase that the file was made with. If it is the right one, the file was damaged on the way: make the text with "base64 certificate.pfx" and paste the whole of it.',
	);
}
