import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { sendsCertificates } from '../../shared/http/host';
import type { FailureFacts } from '../../shared/service/service';
import { CONVERT_ADVICE } from './pfx';

/** How OpenSSL says that it can't open a PKCS#12 file, and what that means. */
const PKCS12_FAILURES: Array<[reason: RegExp, advice: string]> = [
	[
		/^(mac verify failure|bad decrypt)$/i,
		'The Passphrase in the credential does not open the PKCS#12 file.',
	],
	[
		/^mac absent$/i,
		'The PKCS#12 file has nothing to check a passphrase by. Leave the Passphrase empty if the file needs none; else convert it to PEM and choose PEM as Certificate Format.',
	],
	[/^unsupported/i, `The PKCS#12 file is encrypted in a way that is out of use. ${CONVERT_ADVICE}`],
	[
		/^(not enough data|wrong tag|header too long|.*asn1.*)$/i,
		'The PKCS#12 file is damaged: make its text with "base64 certificate.pfx" and paste the whole of it.',
	],
];

const OUTDATED = 'This n8n sends no client certificate: update it to 2.20 or later.';

const WANTED = 'The register may want a PKIoverheid certificate: add one to the credential.';

const REFUSED =
	'The register may not have accepted the certificate: check that it is a valid PKIoverheid one for this environment.';

/** What is wrong, where it isn't that the server refuses the client's certificate. */
function aboutConnection({ code = '', message = '' }: FailureFacts): string | undefined {
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return 'The server shows a certificate for another name than the address has: check Environment and Base URL in the credential, and whether a proxy stands in between.';
	}
	if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) {
		return "The server's own certificate is not valid at this time: check the clock of the n8n server, else tell the register.";
	}
	if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/.test(code)) {
		return sendsCertificates()
			? 'Put the certificate of the issuer into CA Certificates of the credential.'
			: 'This n8n ignores CA Certificates in the credential: update it to 2.20 or later.';
	}
	if (/_TOO_(SMALL|WEAK)$/.test(code)) {
		return 'The certificate in the credential is too weak: its key is too short, or its signature out of use. Request a new PKIoverheid certificate.';
	}
	if (/wrong version number|packet length too long|http request/i.test(message)) {
		return 'The server does not speak https at this address: check Environment and Base URL in the credential.';
	}
	return undefined;
}

/** How a server ends a connection, or answers, that wants another client certificate, or any. */
function isAboutClient({ status, code, message = '' }: FailureFacts): boolean {
	if (status !== undefined) return status === 401 || status === 403;
	return (
		/^(ERR_SSL|EPROTO|ECONNRESET)/.test(code ?? '') ||
		/alert|handshake|certificate required/i.test(message)
	);
}

/** What to do about a failure that certificates can be the cause of. */
export function certificateAdvice(
	failure: FailureFacts,
	{ certificateFormat }: ICredentialDataDecryptedObject,
): string | undefined {
	const { status, message = '' } = failure;
	if (status === undefined) {
		const known = PKCS12_FAILURES.find(([reason]) => reason.test(message));
		if (certificateFormat === 'pfx' && known) return known[1];
		const other = aboutConnection(failure);
		if (other) return other;
	}
	if (!isAboutClient(failure)) return undefined;
	if (certificateFormat === 'none') {
		return sendsCertificates() ? WANTED : `${WANTED} ${OUTDATED}`;
	}
	return sendsCertificates() ? REFUSED : OUTDATED;
}
