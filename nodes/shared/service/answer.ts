import type { Answer } from './exchange';
import { RequestError, UNCERTAIN, uncertainAdvice } from './RequestError';

/** Returns a count from a header; undefined if it is absent or not a number. */
export function readHeaderNumber(answer: Answer, name: string): number | undefined {
	const text = String(answer.headers[name] ?? '').trim();
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** What to do about an answer that is not the service's. */
export const ADDRESS_ADVICE =
	'Check the base URL in the credential, and whether a proxy is in between.';

/**
 * Makes the error of an answer other than the service documents, e.g. the page of a proxy. A create may
 * have been carried out then.
 */
export function unexpectedAnswer(service: string, answer: Answer, expected: string): RequestError {
	const { status, creates, repeatable, changes, attempts, elsewhere = '' } = answer;
	const type = String(answer.headers['content-type'] ?? 'no content type').slice(0, 100);
	const what = `${service} returned an unexpected response instead of ${expected} (HTTP ${status}, ${type})`;
	return new RequestError({
		message: creates ? `${what}. ${UNCERTAIN}` : what,
		advice: creates ? uncertainAdvice(repeatable) : `${elsewhere} ${ADDRESS_ADVICE}`.trim(),
		status,
		uncertain: creates,
		mayHaveBeenDone: changes,
		attempts,
	});
}

/** Whether an answer is a page of text such as HTML, which no service returns. */
export const isPageOfText = ({ body }: Pick<Answer, 'body'>): boolean =>
	typeof body === 'string' && body.trim().startsWith('<');

/** Makes the error of a list whose pages don't fit together: a shorter list would look complete. */
export const inconsistentList = (service: string, reason: string): RequestError =>
	new RequestError({
		message: `${service} returned an inconsistent list: ${reason}. None of it was used, as some of it may be missing`,
		advice:
			'Run it again. If the error persists, check the base URL in the credential, or contact the service.',
	});

/** Makes the error of a list without a total, of which only a part was asked for. */
export const noTotal = (service: string): RequestError =>
	new RequestError({
		message: `${service} did not say how many entries the list has`,
		advice: 'Use Get Many with Return All, and count the items.',
	});

/** Makes the error of a list whose entries moved each time it was read. */
export const unstableList = (service: string): RequestError =>
	new RequestError({
		message: `The list of ${service} changed each time it was read, so some of it may be missing`,
		advice: 'Run it again at a quieter time.',
	});
