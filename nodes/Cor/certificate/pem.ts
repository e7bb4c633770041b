/** One block of PEM text (RFC 7468), also where its line breaks became spaces. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----/g;

/** The header of a key that is encrypted in the older way (RFC 1421). */
const ENCRYPTION = /^\s*Proc-Type:\s*4,ENCRYPTED\s+DEK-Info:\s*([\w-]+,[0-9A-Fa-f]+)\s/;

/**
 * Puts the line breaks back that a one-line password field of n8n turns into spaces.
 * @returns the blocks of the text, each as it should be; none where the text is no PEM
 */
export function readPem(text: string): string[] {
	return [...text.replace(/\\r|\\n/g, '\n').matchAll(BLOCK)].map(([, label, content]) => {
		const header = ENCRYPTION.exec(content);
		const base64 = content.slice(header?.[0].length ?? 0).replace(/\s+/g, '');
		const lines = base64.match(/.{1,64}/g) ?? [];
		const encryption = header ? ['Proc-Type: 4,ENCRYPTED', `DEK-Info: ${header[1]}`, ''] : [];
		return [`-----BEGIN ${label}-----`, ...encryption, ...lines, `-----END ${label}-----`, ''].join(
			'\n',
		);
	});
}
