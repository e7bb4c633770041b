import { readFileSync, writeFileSync } from 'node:fs';

const MEBIBYTE = 1024 * 1024;

/** Bytes on the heap that are in use, after a collection. @throws Error without --expose-gc */
export function usedHeap(): number {
	if (!global.gc) throw new Error('This needs --expose-gc');
	global.gc();
	return process.memoryUsage().heapUsed;
}

/** Starts the measurement of the peak anew, where the system can do that (Linux). */
export function resetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Then the peak is that of the whole process.
	}
}

/** The most memory that the process had, in MiB, since the start or the last reset. */
export function peakMemory(): number {
	try {
		const status = readFileSync('/proc/self/status', 'utf8');
		const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status);
		if (peak) return Number(peak[1]) / 1024;
	} catch {
		// Not Linux.
	}
	return (process.resourceUsage().maxRSS * 1024) / MEBIBYTE;
}
