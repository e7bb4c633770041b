// First of all, so that whatever is loaded from here on sleeps by it.
import './stage/clock';

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
		group: operation.group,
		fault: kind.name,
		plan: describePlan(plan),
	};
	try {
		const { violations, note, report, requests, isHanging } = await runPlan(plan);
		const details = isVerbose ? { items: report?.items, requests } : undefined;
		return { ...facts, violations, note, details, isHanging };
	} catch (error) {
		const broken = `the suite itself fails: ${error instanceof Error ? error.stack : String(error)}`;
		return { ...facts, violations: [broken], note: '' };
	}
}

process.on('message', (task: Task) => {
	void carryOut(task).then((result) => process.send?.(result));
});
