import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { checkFlag } from '../input/check';
import { RequestError, type RequestFailure, UNCERTAIN } from '../service/RequestError';
import type { Item } from './Item';

/** An option of operations that create one record per item. */
export const lookUpOption: INodeProperties = {
	displayName: 'Look Up Unsure Creates',
	name: 'lookUp',
	type: 'boolean',
	default: true,
	description:
		'Whether to find out if a record was created when the answer to its create was lost, by reading what is there afterwards',
};

/** Reads the option. @throws InputError */
export const readLookUp = ({ options: { lookUp } }: Item): boolean =>
	checkFlag('Look Up Unsure Creates', lookUp, true);

/** How to find out whether a record was created. */
export interface LookUp {
	/** What identifies a record, e.g. `e-mail address`. */
	by: string;
	/** Begins to read now. @returns the records that may be the one sent @throws RequestError */
	find(): Promise<IDataObject[]>;
	/** Whether a record has the values that were sent, and no other item made it. */
	isSent(record: IDataObject): boolean;
	nameOf(record: IDataObject): string;
}

/** Records that an error names. */
const MOST_NAMES = 10;

/** With these, a record may still appear: created or accepted, as the service says, or a timeout. */
const UNDER_WAY_STATUSES = [201, 202, 408, 504, 522, 524];
const UNDER_WAY_CODES = ['ETIMEDOUT', 'ECONNABORTED', 'ESOCKETTIMEDOUT'];

function mayBeUnderWay({ status, code }: RequestFailure): boolean {
	if (status !== undefined) return UNDER_WAY_STATUSES.includes(status);
	return code === undefined || UNDER_WAY_CODES.includes(code);
}

/** The error of a create that surely came to nothing. */
const notCreated = ({ message, ...failure }: RequestFailure): RequestError =>
	new RequestError({
		...failure,
		message: `${message.replace(` ${UNCERTAIN}`, '')} It was looked up, and was not created.`,
		advice: 'Run this item again.',
		uncertain: false,
		mayHaveBeenDone: false,
	});

/**
 * Finds out what became of a create that ended unsure.
 * @param creating the record in the service's answer
 * @returns that record, or the one that was found with the values sent
 * @throws RequestError also where it stays unsure, and whatever else `creating` throws
 */
export async function orLookUp(
	creating: Promise<IDataObject>,
	{ by, find, isSent, nameOf }: LookUp,
): Promise<IDataObject> {
	const [created] = await Promise.allSettled([creating]);
	if (created.status === 'fulfilled') return created.value;
	const reason: unknown = created.reason;
	if (!(reason instanceof RequestError) || !reason.failure.uncertain) throw reason;

	const [reading] = await Promise.allSettled([find()]);
	// Also if the execution was cancelled: the item must not lose that it may be done.
	if (reading.status === 'rejected') throw reason;
	const found = reading.value;
	if (found.length === 0) throw mayBeUnderWay(reason.failure) ? reason : notCreated(reason.failure);
	if (found.length === 1 && isSent(found[0])) return found[0];
	const names = found.slice(0, MOST_NAMES).map(nameOf).join(', ');
	const more = found.length > MOST_NAMES ? ', ...' : '';
	const advice = `Found with the same ${by}: ${names}${more}. Look there before you run this item again, or it may exist twice.`;
	throw new RequestError({ ...reason.failure, advice });
}
