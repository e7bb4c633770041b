import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isObject, unexpectedAnswer } from '../shared/request/answer';
import { readHeaderNumber } from '../shared/request/headers';
import type { Answer, FailureFacts, Service } from '../shared/request/service';
import { readClientCertificate, warnOfExpiry } from './clientCertificate';
import { corBaseUrl } from './environment';

/** Where an error may hold its words: the document shows no error body. */
const MESSAGE_FIELDS = ['message', 'detail', 'error', 'omschrijving', 'title', 'melding'];

/**
 * The organisations of an answer: in `organisaties`; version 1.0 answers without HAL, so a bare
 * array is read too.
 */
function organisationsOf(answer: Answer): unknown[] {
	const list = isObject(answer.body) ? answer.body.organisaties : answer.body;
	if (!Array.isArray(list)) throw unexpectedAnswer('COR', answer, 'a list of organisations');
	return list;
}

/** How the register ends a connection or answers when it wants another certificate, or any. */
function isAboutCertificate({ status, code, message = '' }: FailureFacts): boolean {
	if (status !== undefined) return status === 401 || status === 403;
	return (
		/^(ERR_SSL|ERR_TLS|EPROTO|ECONNRESET)/.test(code ?? '') ||
		/alert|handshake|certificate required/i.test(message)
	);
}

function certificateAdvice(
	failure: FailureFacts,
	credentials: ICredentialDataDecryptedObject,
): string | undefined {
	if (/mac verify failure|pkcs12/i.test(failure.message ?? '')) {
		return 'The Passphrase in the credential does not open the PKCS#12 file.';
	}
	if (/unsupported/i.test(failure.message ?? '') && credentials.certificateFormat === 'pfx') {
		return 'The PKCS#12 file is encrypted in a way that is out of use. Convert it to PEM and choose PEM as Certificate Format.';
	}
	if (/^(UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/.test(failure.code ?? '')) {
		return 'Put the certificate of the issuer into CA Certificates of the credential. n8n before 2.20 ignores that field: update n8n.';
	}
	if (!isAboutCertificate(failure)) return undefined;
	return credentials.certificateFormat === 'none'
		? 'The register may want a PKIoverheid certificate: add one to the credential.'
		: 'The register may not have accepted the certificate: check that it is a valid PKIoverheid one for this environment. n8n before 2.20 does not send client certificates: update n8n.';
}

/** How COR, the register of organisation numbers, is reached, pages and tells its errors. */
export const cor: Service = {
	name: 'COR',
	credential: 'corApi',
	baseUrl: (credentials) => {
		readClientCertificate(credentials);
		return corBaseUrl(credentials);
	},
	warn: warnOfExpiry,
	secrets: ({ privateKey, pfx, passphrase }) =>
		[privateKey, pfx, passphrase].map((value) => String(value ?? '')),
	concurrency: 8,
	limitKey: ({ certificate, pfx }) => String(certificate ?? pfx ?? ''),
	paging: {
		maximum: 30,
		fixedSize: true,
		emptyStatus: 404,
		query: ({ number }) => ({ pagina: number }),
		read: (answer) => {
			const links = isObject(answer.body) ? answer.body._links : undefined;
			return {
				entries: organisationsOf(answer).filter(isObject),
				total: readHeaderNumber(answer, 'x-total-count'),
				// Only whether there is a next page: its address is never followed.
				hasMore: isObject(links) && 'first' in links ? isObject(links.next) : undefined,
			};
		},
		identify: ({ oin }) => (oin === undefined ? undefined : String(oin)),
	},
	readError: (body) => {
		if (!isObject(body)) return {};
		const message = MESSAGE_FIELDS.map((field) => body[field]).find(
			(value) => typeof value === 'string' && value !== '',
		);
		return { message: message as string | undefined };
	},
	advice: {
		400: 'Check the filters: OIN 20 digits, KvK number 8 digits, organisation code 4 and type 2 characters.',
		404: 'Check the OIN: the register has no organisation with this number.',
		406: 'Check API Version in the credential.',
	},
	specialAdvice: certificateAdvice,
};

/** The one organisation of an answer. @throws RequestError where there is none */
export function organisationOf(answer: Answer) {
	const [organisation] = organisationsOf(answer);
	if (!isObject(organisation)) throw unexpectedAnswer('COR', answer, 'an organisation');
	return organisation;
}
