import { readFileSync, writeFileSync } from 'node:fs';

const MEBIBYTE = 1024 * 1024;

export function usedHeap(): number {
	if (!global.gc) throw new Error('This needs --expose-gc');
	global.gc();
	return process.memoryUsage().heapUsed;
}

/** Restarts the measurement of peak memory, where the system can (Linux). */
export function resetPeak(): void {
	try {
		writeFileSync('/proc/self/clear_refs', '5');
	} catch {
		// Then the peak is that of the whole process.
	}
}

/** Peak memory in MiB, since the start or the last reset. */
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
