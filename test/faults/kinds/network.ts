import type { Treatment } from '../stage/proxy';
import { type FaultKind, hitting } from './kind';

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
		};
	},
};

const treated = (name: string, how: Treatment): FaultKind => ({
	name,
	needsProxy: true,
	isExtra: true,
	plant: ({ random }) => ({
		treatment: { how, after: random.pick([0, 0, 1, 3]), count: random.pick([1, 2, 3, 1000]) },
	}),
});

const dropped = (name: string, drop: 'before' | 'after' | 'midway'): FaultKind =>
	hitting(name, () => ({ drop }), { isExtra: true });

/** At most two, since each takes a second. */
const slowly = { isSlow: true, most: 2 };

export const networkKinds: FaultKind[] = [
	refused,
	treated('reset before processing', 'resetBefore'),
	treated('reset after processing', 'resetAfter'),
	dropped('ended before processing', 'before'),
	dropped('ended after processing', 'after'),
	dropped('cut off midway', 'midway'),
	hitting(
		'no answer ever',
		({ random }) => ({ never: true, processed: random.chance(60) }),
		slowly,
	),
	hitting('endless answer', () => ({ trickle: 50 }), slowly),
	hitting('answer after the timeout', () => ({ delay: 1_300 }), {
		...slowly,
		late: 1_400,
		breaksLimit: true,
	}),
	hitting('slow answer', () => ({ delay: 150 }), { most: 3, mustPass: true }),
];
