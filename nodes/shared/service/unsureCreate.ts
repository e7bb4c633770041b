import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../input/check';
import { freeText } from '../input/text';
import { RequestError, type RequestFailure, UNCERTAIN } from './RequestError';

/** Ends after which the service may still be at work. */
const LATE_STATUSES = [408, 504, 522, 523, 524];
const LATE_CODES = ['ETIMEDOUT', 'ECONNABORTED'];

const mayStillRun = ({ status, code }: RequestFailure): boolean =>
	status === undefined ? LATE_CODES.includes(code ?? '') : LATE_STATUSES.includes(status);

/** As values are compared: empty ones are equal, and the order of a list doesn't matter. */
function comparable(value: unknown): string {
	if (isBlank(value) || value === false || value === 0) return '';
	if (Array.isArray(value)) return JSON.stringify(value.map(comparable).sort());
	return typeof value === 'object' ? JSON.stringify(value) : freeText(String(value));
}

const hasValues = (record: IDataObject, sent: IDataObject): boolean =>
	Object.entries(sent).every(([name, value]) => comparable(record[name]) === comparable(value));

/**
 * Decides about a create that may have been carried out, once its key was looked up again.
 * @param found what has the key now, but nothing that another item created
 * @param sent the body of the create
 * @returns the record that was created
 * @throws RequestError that says it was not created, or that this remains unknown
 */
export function settleUnsure(
	{ failure }: RequestError,
	found: IDataObject[],
	sent: IDataObject,
): IDataObject {
	const [first, ...others] = found;
	if (first && others.length === 0 && hasValues(first, sent)) return first;
	if (!first && !mayStillRun(failure)) {
		throw new RequestError({
			...failure,
			message: failure.message.replace(UNCERTAIN, 'It was not created: it was looked up again.'),
			advice: 'Run this item again.',
			uncertain: false,
			mayHaveBeenDone: false,
		});
	}
	const ids = found.map(({ id, email }) => String(id ?? email)).join(', ');
	const seen = first
		? `It was looked up again, and there is one with other values: ${ids}.`
		: 'It was looked up again and not found, but it may still be on its way.';
	throw new RequestError({ ...failure, advice: `${seen} ${failure.advice ?? ''}`.trim() });
}

/** Whether a create failed in a way that leaves open whether it was carried out. */
export const isUnsure = (error: unknown): error is RequestError =>
	error instanceof RequestError && error.failure.uncertain === true;
