import type { IDataObject } from 'n8n-workflow';

import { isIdentifier, isObject } from '../shared/input/check';
import { isPageOfText, unexpectedAnswer } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import type { RequestError } from '../shared/service/RequestError';

const unexpected = (answer: Answer, expected: string): RequestError =>
	unexpectedAnswer('Inboxify', answer, expected);

/** Takes the array out of an answer. @throws RequestError where there is none */
export function arrayOf(answer: Answer): unknown[] {
	if (!Array.isArray(answer.body)) throw unexpected(answer, 'a list');
	return answer.body;
}

/** Takes an array of objects out of an answer. @throws RequestError where there is none */
export function objectsOf(answer: Answer): IDataObject[] {
	const entries = arrayOf(answer);
	// To pass over what is no object would make the list shorter without a word.
	if (!entries.every(isObject)) throw unexpected(answer, 'a list of objects');
	return entries;
}

/** Takes an array of texts out of an answer. @throws RequestError where there is none */
export function textsOf(answer: Answer): string[] {
	const entries = arrayOf(answer);
	const isTag = (entry: unknown) => ['string', 'number'].includes(typeof entry);
	if (!entries.every(isTag)) throw unexpected(answer, 'a list of texts');
	return entries.map(String);
}

/** Takes the contact out of an answer: it has an ID or an address. @throws RequestError */
export function contactOf(answer: Answer): IDataObject {
	const { body } = answer;
	const isContact = isObject(body) && (isIdentifier(body.id) || isIdentifier(body.email));
	if (!isContact) throw unexpected(answer, 'a contact');
	return body;
}

const isFilled = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

/** Whether an object that is no contact tells of an error: with 200 that is no success either. */
const tellsError = ({ id, email, error, errors, success }: IDataObject): boolean =>
	!isIdentifier(id) &&
	!isIdentifier(email) &&
	(isFilled(error) || isFilled(errors) || success === false);

/**
 * Checks an answer whose content is not documented: empty, an array or an object. Text is the page
 * of somebody else, or was cut off.
 * @throws RequestError
 */
export function expectStructure(answer: Answer, expected: string): void {
	const { body } = answer;
	const isEmpty = body === undefined || body === null || body === '';
	if (!isEmpty && typeof body !== 'object') throw unexpected(answer, expected);
}

/**
 * Checks the answer to a bulk call. The body of a good one is not documented: empty, a list or an
 * object. One that says nothing at all, nor comes with the headers that count, is somebody else's.
 * @param isCounted whether it comes with them
 * @throws RequestError
 */
export function expectBulkAnswer(answer: Answer, isCounted: boolean): void {
	const expected = 'a list of the contacts that failed';
	expectStructure(answer, expected);
	const { body } = answer;
	const isNothing = isObject(body) ? Object.keys(body).length === 0 : !Array.isArray(body);
	if (isNothing && !isCounted) throw unexpected(answer, expected);
}

/** What a change answered: an object where there is one. @throws RequestError */
export function changeOf(answer: Answer): IDataObject | undefined {
	expectStructure(answer, 'the changed contact');
	if (!isObject(answer.body)) return undefined;
	if (tellsError(answer.body)) throw unexpected(answer, 'the changed contact');
	return answer.body;
}

/**
 * Checks that tags were added: 201, with whatever structure (Inboxify's PHP client).
 * @throws RequestError
 */
export function expectAdded(answer: Answer): void {
	expectStructure(answer, 'HTTP 201');
	if (answer.status !== 201) throw unexpected(answer, 'HTTP 201');
}

/**
 * Checks that something was deleted: 204, or 404 where a repeated request found it gone.
 * @throws RequestError
 */
export function expectDeleted(answer: Answer): void {
	const isGone = answer.status === 404 && answer.repeated;
	if (answer.status !== 204 && !isGone) throw unexpected(answer, 'HTTP 204');
}

/**
 * Whether an answer says that there is no such contact: 404, in the service's words.
 * @throws RequestError where the page is a proxy's
 */
export function isMissing(answer: Answer): boolean {
	if (answer.status !== 404) return false;
	if (isPageOfText(answer)) throw unexpected(answer, 'a contact');
	return true;
}
