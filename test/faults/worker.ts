// First of all, so that whatever is loaded from here on sleeps by it.
import { realTime } from './stage/clock';

import { describePlan, makePlan } from './plan/plan';
import { runPlan } from './plan/runPlan';
import type { PlanResult } from './report';

export interface Task {
	seed: string;
	number: number;
	/** Whether to return items and requests as well. */
	isVerbose: boolean;
}

async function carryOut({ seed, number, isVerbose }: Task): Promise<PlanResult> {
	const plan = makePlan(seed, number);
	const { operation, kind } = plan;
	const facts = {
		number,
		operation: `${operation.node} ${operation.name}`,
		group: operation.group,
		fault: kind.name,
		plan: describePlan(plan),
	};
	const started = realTime();
	try {
		const { violations, note, report, requests, isHanging } = await runPlan(plan);
		const details = isVerbose ? { items: report?.items, requests } : undefined;
		const took = Math.round(realTime() - started);
		return { ...facts, violations, note, details, isHanging, took };
	} catch (error) {
		const broken = `the suite itself fails: ${error instanceof Error ? error.stack : String(error)}`;
		return { ...facts, violations: [broken], note: '', took: 0 };
	}
}

process.on('message', (task: Task) => {
	void carryOut(task).then((result) => process.send?.(result));
});
