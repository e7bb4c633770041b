import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../../tools/engine/world';

/** How an operation is tried: what is asked for, and what must come of it. */
export interface Case {
	parameters?: () => IDataObject;
	/** As `METHOD path`, with ID for an identifier. */
	requests: string[];
	check(result: RunResult): void;
}

/** By `resource.operation`. */
export type Cases = Record<string, Case>;
