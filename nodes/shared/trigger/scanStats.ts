/**
 * Counters of one scan of a list. A scan in pages misses a record if an earlier one is removed
 * meanwhile. The names are stored.
 */
export interface ScanStats {
	/** Number of the scan, 0 to 63, then 0 again. */
	number: number;
	/** Different records. */
	seen: number;
	/** Records that the previous scan saw too. */
	again: number;
	/** Records that were unknown. */
	fresh: number;
	/** Different records in the previous scan. */
	lastSeen: number;
}

/** Each record stores the number of its scan in one character. */
const NUMBERS = 64;

export const NO_SCAN: ScanStats = { number: 0, seen: 0, again: 0, fresh: 0, lastSeen: 0 };

export const nextScan = ({ number, seen }: ScanStats): ScanStats => ({
	...NO_SCAN,
	number: (number + 1) % NUMBERS,
	lastSeen: seen,
});

/** How many scans ago a record was seen. */
export const scansSince = (seenIn: number, { number }: ScanStats): number =>
	(number - seenIn + NUMBERS) % NUMBERS;

/**
 * Whether a scan saw all that the previous one saw, and otherwise only new records. Then the previous
 * scan missed nothing, because a scan misses a record only if a seen one is removed.
 */
export const isConsistent = ({ seen, again, fresh, lastSeen }: ScanStats): boolean =>
	again === lastSeen && seen === again + fresh;
