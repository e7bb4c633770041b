import type { IDataObject } from 'n8n-workflow';

import { isIdentifier, isObject } from '../shared/input/check';
import { isPageOfText, unexpectedAnswer } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import type { RequestError } from '../shared/service/RequestError';

// Each of these functions throws a RequestError if the answer can't be from Inboxify.

const unexpected = (answer: Answer, expected: string): RequestError =>
	unexpectedAnswer('Inboxify', answer, expected);

function listOf<T>(answer: Answer, what: string, isEntry: (entry: unknown) => entry is T): T[] {
	const { body } = answer;
	if (!Array.isArray(body)) throw unexpected(answer, 'a list');
	// Skipping unexpected entries would shorten the list without anyone noticing.
	if (!body.every(isEntry)) throw unexpected(answer, `a list of ${what}`);
	return body;
}

export const objectsOf = (answer: Answer): IDataObject[] => listOf(answer, 'objects', isObject);

const isTextOrNumber = (entry: unknown): entry is string | number =>
	['string', 'number'].includes(typeof entry);

export const textsOf = (answer: Answer): string[] =>
	listOf(answer, 'texts', isTextOrNumber).map(String);

const isContact = ({ id, email }: IDataObject): boolean => isIdentifier(id) || isIdentifier(email);

export function contactOf(answer: Answer): IDataObject {
	const { body } = answer;
	if (!isObject(body) || !isContact(body)) throw unexpected(answer, 'a contact');
	return body;
}

/** Checks an answer that is not documented: empty, an array or an object. Text is a proxy's, or cut off. */
function expectStructure(answer: Answer, expected: string): void {
	const isText = answer.body !== '' && !['undefined', 'object'].includes(typeof answer.body);
	if (isText) throw unexpected(answer, expected);
}

/**
 * Checks the answer to a bulk call, which is not documented either.
 * @param isCounted whether headers count the contacts; only then may the answer be empty
 */
export function expectBulkAnswer(answer: Answer, isCounted: boolean): void {
	const expected = 'a list of the contacts that failed';
	expectStructure(answer, expected);
	const { body } = answer;
	const isEmpty = isObject(body) ? Object.keys(body).length === 0 : !Array.isArray(body);
	if (isEmpty && !isCounted) throw unexpected(answer, expected);
}

const isFilled = (value: unknown): boolean =>
	typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);

/** The object in the answer to a change, if there is one. */
export function changeOf(answer: Answer): IDataObject | undefined {
	const expected = 'the changed contact';
	expectStructure(answer, expected);
	const { body } = answer;
	if (!isObject(body)) return undefined;
	const { error, errors, success } = body;
	const isError = isFilled(error) || isFilled(errors) || success === false;
	if (isError && !isContact(body)) throw unexpected(answer, expected);
	return body;
}

/** Inboxify's PHP client: added tags are answered with 201. */
export function expectAdded(answer: Answer): void {
	expectStructure(answer, 'HTTP 201');
	if (answer.status !== 201) throw unexpected(answer, 'HTTP 201');
}

/** 204, or 404 if a repeated request finds that it is gone. */
export function expectDeleted(answer: Answer): void {
	const isGone = answer.status === 404 && answer.repeated;
	if (answer.status !== 204 && !isGone) throw unexpected(answer, 'HTTP 204');
}

/** Whether Inboxify, not a proxy, answered 404. */
export function isMissing(answer: Answer): boolean {
	if (answer.status !== 404) return false;
	if (isPageOfText(answer)) throw unexpected(answer, 'a contact');
	return true;
}
