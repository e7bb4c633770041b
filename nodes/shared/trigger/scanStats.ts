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
	/** Where to go on; undefined after a scan that came to the end. */
	nextPage?: number;
	/** Records, those that came twice counted twice. */
	read: number;
	/** The last and the first total that the service gave; null for none. */
	total: number | null;
	least: number | null;
	/** The total went down, so records may have been missed. */
	shrank: boolean;
}

/** Each record stores the number of its scan in one character. */
const NUMBERS = 64;

export const nextScan = ({ number, seen }: Pick<ScanStats, 'number' | 'seen'>): ScanStats => ({
	number: (number + 1) % NUMBERS,
	seen: 0,
	again: 0,
	fresh: 0,
	lastSeen: seen,
	nextPage: 1,
	read: 0,
	total: null,
	least: null,
	shrank: false,
});

/** How many scans ago a record was seen. */
export const scansSince = (seenIn: number, { number }: ScanStats): number =>
	(number - seenIn + NUMBERS) % NUMBERS;

/**
 * Whether a scan saw as many different records as there are, or the same number as the previous
 * scan: a service may hold a record twice, or some without ID.
 */
export const isSound = ({ shrank, least, read, seen, lastSeen }: ScanStats): boolean =>
	!shrank && (seen >= (least ?? 0) || (read >= (least ?? 0) && seen === lastSeen));

/**
 * Whether a scan saw all that the previous one saw, and otherwise only new records. Then the previous
 * scan missed nothing, because a scan misses a record only if a seen one is removed.
 */
export const isConsistent = ({ seen, again, fresh, lastSeen }: ScanStats): boolean =>
	again === lastSeen && seen === again + fresh;
