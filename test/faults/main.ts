import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { type Cleanup, runProgram } from '../../tools/lib/cleanup';
import { Pool } from './pool';
import { describeResult, isViolated, type PlanResult, toMarkdown } from './report';

const usage = `Usage: npm run test:faults -- [--plans N] [--from K] [--seed S] [--workers W]
       npm run test:faults -- --plan K [--seed S]
  --plans    how many plans, 100 when absent
  --from     number of the first one, 0 when absent
  --seed     any text, 1 when absent; the same seed and number make the same plan
  --workers  processes at the same time, as many as there are processors when absent
  --plan     carries out one plan, and shows reports and requests`;

const print = (text: string): void => void process.stderr.write(`${text}\n`);

const options = {
	plans: { type: 'string', default: '100' },
	from: { type: 'string', default: '0' },
	seed: { type: 'string', default: '1' },
	workers: { type: 'string', default: String(availableParallelism()) },
	plan: { type: 'string' },
	help: { type: 'boolean', default: false },
} as const;

async function main(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({ options });
	const { seed, plan } = values;
	const [plans, from, workers] = [
		plan === undefined ? values.plans : '1',
		plan ?? values.from,
		values.workers,
	].map(Number);
	const isClear = [plans, from, workers].every((number) => Number.isInteger(number) && number >= 0);
	if (values.help || !isClear || workers === 0) {
		print(usage);
		return values.help;
	}

	const isVerbose = plan !== undefined;
	const tasks = Array.from({ length: plans }, (_, index) => ({
		seed,
		number: from + index,
		isVerbose,
	}));
	const pool = new Pool(workers);
	cleanup.add(() => pool.close());
	const results: PlanResult[] = [];
	await pool.run(tasks, (result) => {
		results.push(result);
		if (isViolated(result) || isVerbose) print(describeResult(seed, result));
		if (results.length % 50 === 0) print(`${results.length} of ${plans} plans`);
	});
	console.log(toMarkdown(seed, results));
	return !results.some(isViolated);
}

void runProgram(main);
