import { judgeTraffic, type Traffic } from './bounds';
import type { Planted } from '../kinds/kind';
import type { Prepared } from '../operations/operation';
import type { Plan } from '../plan/plan';
import { judgeTexts } from './texts';
import type { Report, Told } from './told';
import { judgeTarget } from './writes';

function judgeReadings({ readings = [] }: Prepared, items: Told[]): string[] {
	return readings.flatMap((reading, index) => {
		const { word, output } = items[index];
		const problem = word === 'done' && output ? reading(output) : undefined;
		return problem === undefined ? [] : [`item ${index} ${problem}`];
	});
}

/** Items that failed, although nothing prevented them. */
function givenUp({ targets = [], mayBeRefused }: Prepared, items: Told[]): string[] {
	// Where two items make one record, the service refuses one of them.
	const isShared = targets.some((target) => target.kind === 'made' && target.items.length > 1);
	if (isShared || mayBeRefused) return [];
	const index = items.findIndex(({ word }) => word !== 'done');
	return index === -1 ? [] : [`item ${index} was given up: ${items[index].text ?? 'untold'}`];
}

export function judge(
	plan: Plan,
	prepared: Prepared,
	planted: Planted,
	{ report, traffic, secrets }: { report: Report; traffic: Traffic; secrets: string[] },
): string[] {
	const { items, problems } = report;
	const isLate = planted.late !== undefined;
	return [
		...problems,
		...(planted.mustPass ? givenUp(prepared, items) : []),
		...(prepared.targets ?? []).flatMap((target) => judgeTarget(target, items, isLate)),
		...judgeReadings(prepared, items),
		...judgeTexts(report, secrets),
		...judgeTraffic(plan, prepared, planted, traffic),
	];
}
