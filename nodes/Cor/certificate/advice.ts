import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { sendsCertificates } from '../../shared/http/n8nFeatures';
import { isBlank } from '../../shared/input/check';
import type { FailureFacts } from '../../shared/service/service';
import { formatOf } from './clientCertificate';
import { pfxError } from './pfx';

const OUTDATED = 'This n8n sends no client certificate: update it to 2.20 or later.';

const WANTED = 'The register may want a PKIoverheid certificate: add one to the credential.';

const REFUSED =
	'The register may not have accepted the certificate: check that it is a valid PKIoverheid one for this environment.';

/** Advice if something other than the client's certificate is wrong. */
function connectionAdvice({ code = '', message = '' }: FailureFacts): string | undefined {
	if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
		return "The server's certificate is for another host name: check Environment and Base URL in the credential, and whether there is a proxy in between.";
	}
	if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) {
		return "The server's own certificate is not valid at this time: check the clock of the n8n server. If it is right, report this to the register.";
	}
	if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/.test(code)) {
		return sendsCertificates()
			? 'Put the certificate of the issuer into CA Certificates of the credential.'
			: 'This n8n ignores CA Certificates in the credential: update it to 2.20 or later.';
	}
	if (/_TOO_(SMALL|WEAK)$/.test(code)) {
		return 'The certificate in the credential is too weak: its key is too short, or its signature is outdated. Request a new PKIoverheid certificate.';
	}
	if (/wrong version number|packet length too long|http request/i.test(message)) {
		return 'The server does not speak https at this address: check Environment and Base URL in the credential.';
	}
	return undefined;
}

/** Whether the server may have refused the client's certificate, or wanted one. */
function mayConcernClient({ status, code = '', message = '' }: FailureFacts): boolean {
	if (status !== undefined) return status === 401 || status === 403;
	return (
		/^(ERR_SSL|EPROTO|ECONNRESET)/.test(code) ||
		/alert|handshake|certificate required/i.test(message)
	);
}

/**
 * What to do about a failure that certificates can cause.
 * @throws InputError if OpenSSL can't open the PKCS#12 file; it tries before anything is sent
 */
export function certificateAdvice(
	failure: FailureFacts,
	credentials: ICredentialDataDecryptedObject,
): string | undefined {
	const format = formatOf(credentials);
	if (failure.status === undefined) {
		const error =
			format === 'pfx' && pfxError(failure.message ?? '', !isBlank(credentials.passphrase));
		if (error) throw error;
		const advice = connectionAdvice(failure);
		if (advice) return advice;
	}
	if (!mayConcernClient(failure)) return undefined;
	if (format !== 'none') return sendsCertificates() ? REFUSED : OUTDATED;
	return sendsCertificates() ? WANTED : `${WANTED} ${OUTDATED}`;
}
