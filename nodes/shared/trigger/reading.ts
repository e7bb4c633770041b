import { isObject } from '../input/check';

/**
 * A way through a whole list, in numbers. Whoever reads a list in pages may pass over a record,
 * because others that were before it have gone meanwhile.
 */
export interface Reading {
	/** Counts the readings; comes again after `NUMBERS`. */
	number: number;
	/** Different records that were seen. */
	seen: number;
	/** Of these, those that the reading before saw too. */
	again: number;
	/** Of these, those that were not known. */
	fresh: number;
	/** Different records that the reading before saw. */
	lastSeen: number;
}

/** How many readings are told apart; one character is kept for each record. */
const NUMBERS = 64;

/** The reading that follows one. */
export const readingAfter = (last?: Pick<Reading, 'number' | 'seen'>): Reading => ({
	number: ((last?.number ?? 0) + 1) % NUMBERS,
	seen: 0,
	again: 0,
	fresh: 0,
	lastSeen: last?.seen ?? 0,
});

/** Takes up a reading that was kept. @returns undefined where it can't be read */
export function toReading(kept: unknown): Reading | undefined {
	if (!isObject(kept)) return undefined;
	const { number, seen, again, fresh, lastSeen } = kept;
	const counts = [number, seen, again, fresh, lastSeen];
	if (!counts.every((count) => Number.isSafeInteger(count) && (count as number) >= 0)) {
		return undefined;
	}
	return { number, seen, again, fresh, lastSeen } as Reading;
}

/** How many readings ago a record was seen that was seen in one with a number. */
const readingsAgo = (seenIn: number, reading: number): number =>
	(reading - seenIn + NUMBERS) % NUMBERS;

/** Counts a record, which is seen for the first time in this reading. */
export function count(reading: Reading, seenIn: number | undefined): void {
	reading.seen++;
	if (seenIn === undefined) reading.fresh++;
	else if (readingsAgo(seenIn, reading.number) === 1) reading.again++;
}

/**
 * Whether a reading saw all that the one before saw, and beside that only what is new. Then the one
 * before passed over nothing: a record is passed over only where one that was seen goes.
 */
export const agrees = ({ seen, again, fresh, lastSeen }: Reading): boolean =>
	again === lastSeen && seen === again + fresh;

/** Whether a record was not seen for a number of readings. */
export const isLongUnseen = (seenIn: number, reading: number, readings: number): boolean =>
	readingsAgo(seenIn, reading) >= readings;

/** What two readings that agree have both not seen has gone. */
const UNSEEN_BY_TWO = 2;

/** What this many readings have not seen has gone, whether they agree or not. */
const LONG_UNSEEN = 16;

/** For how many readings a record may be unseen and still be known. */
export const readingsUntilGone = (isSure: boolean): number =>
	isSure ? UNSEEN_BY_TWO : LONG_UNSEEN;

/** Readings in one poll at the most. */
export const MOST_READINGS = 3;

/**
 * Whether another reading would tell more: known records were not seen and it is not sure that they
 * have gone, or some may be missing in a first stock.
 * @param isSure whether the reading agrees with the one before
 * @param known number of records that are known
 */
export const wantsAnother = (
	reading: Reading,
	{ isSure, isStock, known }: { isSure: boolean; isStock: boolean; known: number },
): boolean => (isStock ? !isSure || reading.fresh > 0 : !isSure && known > reading.seen);
