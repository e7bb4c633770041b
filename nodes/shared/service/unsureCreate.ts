import type { IDataObject } from 'n8n-workflow';

import { isBlank } from '../input/check';
import { freeText } from '../input/text';
import { RequestError, type RequestFailure, UNCERTAIN } from './RequestError';

/** Ends after which a record may still appear: a timeout, or a service that says it was created. */
const LATE_STATUSES = [201, 202, 408, 504, 522, 523, 524];
const LATE_CODES = ['ETIMEDOUT', 'ECONNABORTED'];

/** IDs that an error lists. */
const MOST_IDS = 10;

/** The IDs of records, or else their addresses, as an error lists them. */
export const idsText = (records: IDataObject[]): string =>
	[
		...records.slice(0, MOST_IDS).map(({ id, email }) => String(id ?? email)),
		...(records.length > MOST_IDS ? ['...'] : []),
	].join(', ');

const mayStillRun = ({ status, code }: RequestFailure): boolean =>
	status === undefined
		? code === undefined || LATE_CODES.includes(code)
		: LATE_STATUSES.includes(status);

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
			message: failure.message.replace(UNCERTAIN, 'It was not created: a look-up found nothing.'),
			advice: 'Run this item again.',
			uncertain: false,
			mayHaveBeenDone: false,
		});
	}
	const what = others.length > 0 ? 'several records' : 'a record with other values';
	const seen = first
		? `A look-up found ${what}: ${idsText(found)}.`
		: 'A look-up found nothing, but the record may still appear.';
	throw new RequestError({ ...failure, advice: `${seen} ${failure.advice ?? ''}`.trim() });
}

/** Whether a create failed in a way that leaves open whether it was carried out. */
export const isUnsure = (error: unknown): error is RequestError =>
	error instanceof RequestError && error.failure.uncertain === true;
