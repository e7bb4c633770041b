import type { Planted, Planting } from '../kinds/kind';
import { clock } from '../stage/clock';
import type { Plan } from './plan';

const both = (first: Planted, second: Planted): Planted => ({
	...second,
	...first,
	faults: [...(first.faults ?? []), ...(second.faults ?? [])],
	late: first.late ?? second.late,
	breaksLimit: first.breaksLimit || second.breaksLimit,
	outlasts: first.outlasts || second.outlasts,
	quietUntil: undefined,
	mustPass: false,
	note: `${first.note}; ${second.note}`,
});

export function plant({ kind, extra }: Plan, planting: Planting): Planted {
	const first = kind.plant(planting);
	const planted = extra ? both(first, extra.plant(planting)) : first;
	const { state, proxy } = planting.stage;
	state.faults.push(...(planted.faults ?? []));
	state.onRequest = planted.onRequest;
	if (proxy) {
		proxy.treat = (number) => {
			if (planted.refusal?.after === number + 1) refuse();
			return planted.treat?.(number) ?? 'pass';
		};
	}
	const refuse = () => {
		const until = performance.now() + planted.refusal!.seconds * 1000;
		proxy?.refuse();
		clock.onJump = async () => {
			if (performance.now() >= until) await proxy?.accept();
		};
	};
	if (planted.refusal?.after === 0) refuse();
	return planted;
}
