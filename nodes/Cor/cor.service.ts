import type { IDataObject } from 'n8n-workflow';

import { isIdentifier, isObject } from '../shared/input/check';
import { readField } from '../shared/input/readField';
import { readHeaderNumber, unexpectedAnswer } from '../shared/service/answer';
import { wordsIn } from '../shared/service/errorWords';
import type { Answer } from '../shared/service/exchange';
import type { Service } from '../shared/service/service';
import { certificateAdvice } from './certificate/advice';
import { readClientCertificate, warnOfExpiry } from './certificate/clientCertificate';
import { corBaseUrl, keyAdvice, movedAdvice, sameRegister } from './environment';

const isOrganisation = (value: unknown): value is IDataObject =>
	isObject(value) && readField(value, 'oin') !== undefined;

/**
 * The organisations of an answer: in `organisaties`; version 1.0 answers without HAL, so a bare
 * array is read too.
 */
function organisationsOf(answer: Answer): IDataObject[] {
	const found = isObject(answer.body) ? readField(answer.body, 'organisaties') : answer.body;
	// HAL may give a single one bare.
	const list = isOrganisation(found) ? [found] : found;
	if (!Array.isArray(list) || !list.every(isObject)) {
		throw unexpectedAnswer('COR', answer, 'a list of organisations');
	}
	return list;
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
	secrets: ({ apiKey, privateKey, pfx, passphrase }) =>
		[apiKey, privateKey, pfx, passphrase].map((value) => String(value ?? '').trim()),
	concurrency: 8,
	limitKey: ({ apiKey, certificate, pfx }) => String(apiKey || (certificate ?? pfx ?? '')),
	// The register shows the same to everyone, also with a certificate that was renewed.
	account: () => '',
	sameAs: sameRegister,
	elsewhere: movedAdvice,
	paging: {
		maximum: 30,
		fixedSize: true,
		emptyStatus: 404,
		query: ({ number }) => ({ pagina: number }),
		read: (answer) => {
			const links = isObject(answer.body) ? readField(answer.body, '_links') : undefined;
			const link = (name: string) => (isObject(links) ? readField(links, name) : undefined);
			return {
				entries: organisationsOf(answer),
				total: readHeaderNumber(answer, 'x-total-count'),
				// Only whether there is a next page: its address is never followed.
				hasMore: link('first') === undefined ? undefined : isObject(link('next')),
			};
		},
		identify: (organisation) => {
			const oin = readField(organisation, 'oin');
			return isIdentifier(oin) ? String(oin) : undefined;
		},
	},
	readError: (body) => ({ message: wordsIn(body) }),
	advice: {
		400: 'Check the filters: OIN 20 digits or letters, KvK number 8 digits, organisation code at least 4 and type at least 2 characters.',
		404: 'Check the OIN: the register has no organisation with this number. Each environment has a register of its own: see the credential.',
		406: 'Check API Version in the credential.',
	},
	specialAdvice: (failure, credentials) =>
		keyAdvice(failure, credentials) ?? certificateAdvice(failure, credentials),
};

/**
 * The organisation that was asked for.
 * @param oin as `checkOin` returns it
 * @throws RequestError for an answer that holds none, or another one
 */
export function organisationOf(answer: Answer, oin: string): IDataObject {
	const { body } = answer;
	// Version 1.0, whose answers are not shown, may well give it bare.
	const found = isOrganisation(body) ? [body] : organisationsOf(answer);
	const oinOf = (candidate: IDataObject) => String(readField(candidate, 'oin')).toUpperCase();
	const organisation = found.find((candidate) => oinOf(candidate) === oin);
	if (organisation === undefined) {
		throw unexpectedAnswer('COR', answer, 'the organisation with this OIN');
	}
	return organisation;
}
