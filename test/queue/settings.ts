import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { WORKERS } from './cluster';
import { EXECUTIONS, ROWS_EACH } from './rows';

/** Ten times Corlega's limit, so that the test takes minutes. */
export const LIMIT = { requests: 1200, windowMs: 60_000 };
const ROWS = EXECUTIONS * ROWS_EACH;
const A_THIRD = [Math.floor(ROWS * 0.25), Math.floor(ROWS * 0.42)] as const;

const usage = `Usage: npm run test:queue -- [--kill N] [--worker K] [--per-worker R] [--save-progress]
  --kill           after how many creates a worker is killed; about a third of ${ROWS} when absent
  --worker         which one, from 1 to ${WORKERS}; any when absent
  --per-worker     Requests per Minute in the credential; ${LIMIT.requests / WORKERS} when absent
  --save-progress  n8n saves after each node, as a workflow's setting Save execution progress has it`;

export interface Settings {
	/** Creates that have arrived by then. */
	kill: number;
	worker: number;
	perWorker: number;
	saveProgress: boolean;
}

/** @throws Error with the usage */
export function readSettings(): Settings {
	const { values } = parseArgs({
		options: {
			kill: { type: 'string', default: String(randomInt(...A_THIRD)) },
			worker: { type: 'string', default: String(randomInt(1, WORKERS + 1)) },
			'save-progress': { type: 'boolean', default: false },
			'per-worker': { type: 'string', default: String(LIMIT.requests / WORKERS) },
		},
	});
	const [kill, worker, perWorker] = [values.kill, values.worker, values['per-worker']].map(Number);
	const isClear = [kill, worker, perWorker].every(
		(number) => Number.isInteger(number) && number > 0,
	);
	if (!isClear || kill > ROWS || worker > WORKERS) throw new Error(usage);
	return { kill, worker, perWorker, saveProgress: values['save-progress'] };
}
