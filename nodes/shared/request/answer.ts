import type { IDataObject } from 'n8n-workflow';

import { RequestError, UNCERTAIN, UNCERTAIN_ADVICE } from './RequestError';
import type { Answer } from './service';

/** Whether a value is a plain object, as JSON has it. */
export const isObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The error of an answer that is not what the service documents, e.g. the page of a proxy. Of a
 * create it can't be told then whether it was carried out.
 */
export function unexpectedAnswer(service: string, answer: Answer, expected: string): RequestError {
	const { status, repeatable } = answer;
	const type = String(answer.headers['content-type'] ?? 'no content type');
	const what = `${service} answered with something else than ${expected} (HTTP ${status}, ${type})`;
	return new RequestError({
		message: repeatable ? what : `${what}. ${UNCERTAIN}`,
		advice: repeatable
			? 'Check the base URL in the credential, and whether a proxy stands in between.'
			: UNCERTAIN_ADVICE,
		status,
		uncertain: !repeatable,
	});
}
