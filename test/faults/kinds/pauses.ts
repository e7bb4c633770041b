import { aim, type FaultKind, isSurvivable, type Planting } from './kind';

const BODY = { error: { code: 'rate_limited', message: 'Too many requests.' } };

/** Seconds; a pause up to this is waited for, whatever Maximum Retry Time says. */
const WINDOW = 60;

function refuseFor(
	planting: Planting,
	retryAfter: string | undefined,
	{ seconds, status = 429 }: { seconds?: number; status?: number },
) {
	const where = aim(planting);
	const headers = retryAfter === undefined ? undefined : { 'Retry-After': retryAfter };
	const isShort = (seconds ?? 0) <= WINDOW;
	const { settings } = planting;
	const isPatient = isSurvivable(where.times, settings) && settings.maxRetryTime >= 30;
	return {
		faults: [{ ...where, status, body: BODY, headers }],
		breaksLimit: true,
		outlasts: (seconds ?? 0) > 3_600,
		quietUntil:
			status === 429 && seconds !== undefined && seconds > 2 && isShort
				? (refused: number) => refused + seconds * 1000
				: undefined,
		mustPass: status === 429 && isShort && isPatient,
	};
}

const storm: FaultKind = {
	name: '429 storm',
	isExtra: true,
	plant(planting) {
		const seconds = planting.random.pick([undefined, 0, 1, 7]);
		return refuseFor(planting, seconds?.toString(), { seconds });
	},
};

const inSeconds: FaultKind = {
	name: 'Retry-After in seconds',
	weight: 2,
	plant(planting) {
		const seconds = planting.random.pick([1, 7, 20, 59, 60, 61, 300]);
		const status = planting.random.pick([429, 429, 503]);
		return refuseFor(planting, String(seconds), { seconds, status });
	},
};

const asDate: FaultKind = {
	name: 'Retry-After as a date',
	weight: 2,
	plant(planting) {
		const seconds = planting.random.pick([-86_400, -5, 2, 30, 50, 4_000]);
		const sent = new Date();
		const date = new Date(sent.getTime() + seconds * 1000).toUTCString();
		const planted = refuseFor(planting, date, { seconds });
		// The service's own clock, which the date is read against, jumps as that of the run does.
		const faults = planted.faults.map((fault) => ({
			...fault,
			headers: { ...fault.headers, Date: sent.toUTCString() },
		}));
		return { ...planted, faults, quietUntil: planted.quietUntil && (() => Date.parse(date)) };
	},
};

const huge: FaultKind = {
	name: 'Retry-After huge',
	isExtra: true,
	plant(planting) {
		const seconds = planting.random.pick([
			'3601',
			'86400',
			'604800',
			'99999999999999999999',
			'1e9',
		]);
		const status = planting.random.pick([429, 429, 503]);
		return refuseFor(planting, seconds, { seconds: Infinity, status });
	},
};

const NONSENSE = ['soon', '', '  ', 'NaN', '1,5', '0x10', '2 minutes', '2026-11-24', '5;q=1'];

const nonsense: FaultKind = {
	name: 'Retry-After nonsense',
	plant: (planting) => refuseFor(planting, planting.random.pick(NONSENSE), {}),
};

const negative: FaultKind = {
	name: 'Retry-After negative',
	plant: (planting) => refuseFor(planting, planting.random.pick(['-1', '-60', '-99999999999']), {}),
};

export const pauseKinds: FaultKind[] = [storm, inSeconds, asDate, huge, nonsense, negative];
