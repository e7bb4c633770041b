import { aim, described, type FaultKind, type Planting } from './kind';

const refused: FaultKind = {
	name: 'connection refused',
	needsProxy: true,
	isExtra: true,
	plant({ random, settings }) {
		const after = random.pick([0, 0, 1, 3]);
		const seconds = random.pick([1, 2, 20, 100_000]);
		// Four attempts are at least 3.5 s apart.
		const mustPass = after === 0 && seconds <= 2 && settings.maxAttempts >= 4;
		return {
			refusal: { after, seconds },
			mustPass: mustPass && settings.maxRetryTime >= 30,
			note: `after ${after} connections, for ${seconds} s`,
		};
	},
};

const treated = (name: string, treatment: 'resetBefore' | 'resetAfter'): FaultKind => ({
	name,
	needsProxy: true,
	isExtra: true,
	plant({ random }) {
		const from = random.pick([0, 0, 1, 3]);
		const count = random.pick([1, 2, 3, 1000]);
		return {
			treat: (number) => (number >= from && number < from + count ? treatment : 'pass'),
			note: `${count} connections after ${from}`,
		};
	},
});

const dropped = (name: string, drop: 'before' | 'after' | 'midway'): FaultKind => ({
	name,
	isExtra: true,
	plant(planting) {
		const where = aim(planting);
		return { faults: [{ ...where, drop }], note: described(where) };
	},
});

/** At most two, since each takes a second. */
const aimSlowly = (planting: Planting) => aim(planting, 2);

const never: FaultKind = {
	name: 'no answer ever',
	isSlow: true,
	plant(planting) {
		const where = aimSlowly(planting);
		const processed = planting.random.chance(60);
		return {
			faults: [{ ...where, never: true, processed }],
			note: `${described(where)}, processed: ${processed}`,
		};
	},
};

const trickle: FaultKind = {
	name: 'endless answer',
	isSlow: true,
	plant(planting) {
		const where = aimSlowly(planting);
		return { faults: [{ ...where, trickle: 50 }], note: described(where) };
	},
};

const late: FaultKind = {
	name: 'answer after the timeout',
	isSlow: true,
	plant(planting) {
		const where = aimSlowly(planting);
		return {
			faults: [{ ...where, delay: 1_300 }],
			late: 1_400,
			breaksLimit: true,
			note: described(where),
		};
	},
};

const slow: FaultKind = {
	name: 'slow answer',
	plant(planting) {
		const where = aim(planting, 3);
		return { faults: [{ ...where, delay: 150 }], mustPass: true, note: described(where) };
	},
};

export const networkKinds: FaultKind[] = [
	refused,
	treated('reset before processing', 'resetBefore'),
	treated('reset after processing', 'resetAfter'),
	dropped('ended before processing', 'before'),
	dropped('ended after processing', 'after'),
	dropped('cut off midway', 'midway'),
	never,
	trickle,
	late,
	slow,
];
