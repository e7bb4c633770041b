import type { Answer } from './exchange';
import { RequestError, UNCERTAIN, uncertainAdvice } from './RequestError';

/** A count in a header; undefined where it is absent or no number. */
export function readHeaderNumber(answer: Answer, name: string): number | undefined {
	const text = String(answer.headers[name] ?? '').trim();
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

/**
 * The error of an answer that is not what the service documents, e.g. the page of a proxy. Of a
 * create nobody knows then whether it was carried out.
 */
export function unexpectedAnswer(service: string, answer: Answer, expected: string): RequestError {
	const { status, creates, repeatable } = answer;
	const type = String(answer.headers['content-type'] ?? 'no content type').slice(0, 100);
	const what = `${service} answered with something else than ${expected} (HTTP ${status}, ${type})`;
	return new RequestError({
		message: creates ? `${what}. ${UNCERTAIN}` : what,
		advice: creates
			? uncertainAdvice(repeatable)
			: 'Check the base URL in the credential, and whether a proxy stands in between.',
		status,
		uncertain: creates,
		mayHaveBeenDone: answer.changes,
		attempts: answer.attempts,
	});
}

/** Whether an answer is a page of text such as HTML, which no service gives. */
export const isPageOfText = ({ body }: Answer): boolean =>
	typeof body === 'string' && body.trim().startsWith('<');

/**
 * The error of a list that contradicts itself, since a shorter one would look like the whole.
 * @param how as it goes on after "contradicts itself:"
 */
export const contradictingList = (service: string, how: string): RequestError =>
	new RequestError({
		message: `${service} contradicts itself: ${how}. Nothing of the list was used, as some of it may be missing`,
		advice: 'Run it again. If it stays, check the base URL in the credential, or ask the service.',
	});

/** The error of a list of which entries moved each time it was read. */
export const restlessList = (service: string): RequestError =>
	new RequestError({
		message: `The list of ${service} changed each time it was read, so some of it may be missing`,
		advice: 'Run it again at a quieter time.',
	});
