import type { Row, Target } from '../measure/result';

/** One thing that is measured. */
export interface Scenario {
	title: string;
	/** Parts that are measured in a process each, one after another. */
	parts: string[];
	/**
	 * Measures a part.
	 * @param runs how often, unless that would take too long
	 */
	measure(part: string, runs: number): Promise<Row[]>;
	/** What must be reached, by the rows of all parts. */
	targets(rows: Row[]): Target[];
}

/** Milliseconds that the sandbox takes for every answer. */
export const LATENCY = 20;

/** How the rows of those who are compared are called. */
export const THIS_NODE = 'this node';
export const HTTP_REQUEST = 'HTTP Request node';
export const HELPER = 'n8n’s helper alone';
export const RAW = 'undici';
export const FLOOR = 'floor';

/** Column with the time as a multiple of the floor's. */
export const OF_FLOOR = 'of the floor';
