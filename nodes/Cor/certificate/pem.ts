import { X509Certificate } from 'node:crypto';

/** A block of PEM text (RFC 7468), even if its line breaks became spaces. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** The header of a key in the older form of encryption (RFC 1421). */
const ENCRYPTION = /^\s*Proc-Type:\s*4,ENCRYPTED\s+DEK-Info:\s*([\w-]+,[0-9A-Fa-f]+)\s/;

/**
 * Restores the line breaks of PEM text, which n8n's password fields turn into spaces.
 * @returns its blocks; none if the text is not PEM
 */
export function readPem(text: string): string[] {
	return [...text.replace(/\\r|\\n/g, '\n').matchAll(BLOCK)].map(([, label, content]) => {
		const header = ENCRYPTION.exec(content);
		const base64 = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
		const lines: string[] = base64.match(/.{1,64}/g) ?? [];
		if (header) lines.unshift('Proc-Type: 4,ENCRYPTED', `DEK-Info: ${header[1]}`, '');
		return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
	});
}

/** Reads a certificate as PEM text or in binary. @returns undefined if it is none */
export function parseCertificate(content: string | Buffer): X509Certificate | undefined {
	try {
		return new X509Certificate(content);
	} catch {
		return undefined;
	}
}

/**
 * Decodes base64: plain, between PEM lines as `certutil -encode` writes them, or in a data URL.
 * @returns an empty buffer if the text is not base64
 */
export function decodeBase64(text: string): Buffer {
	const base64 = text
		.replace(/-----(BEGIN|END)[^-]*-----|\\r|\\n/g, '')
		.replace(/^\s*data:[^,]*,/, '')
		.replace(/[\s"'\u200b\ufeff]+/g, '');
	const isBase64 = /^[\w+/-]+={0,2}$/.test(base64);
	return Buffer.from(isBase64 ? base64 : '', 'base64');
}
