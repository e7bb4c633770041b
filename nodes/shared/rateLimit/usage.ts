/** How fast a service may be called with one key. */
export interface RateLimit {
	/** Requests within any window. */
	readonly requests: number;
	/** Length of the window in milliseconds. */
	readonly window: number;
}

/** Minimum milliseconds of the first pause; each further one is twice as long. */
const FIRST_PAUSE = 1_000;

/** Window in milliseconds if no limit is documented, as long as Corlega's. */
export const DEFAULT_WINDOW = 60_000;

/** What refusals say about other programs with the same key, for a window after the last one. */
interface Refusals {
	/** When this no longer matters. */
	until: number;
	/** Requests that the service accepted from us in the window before: it has room for as many. */
	room: number;
	/** How many there were; requests refused side by side count once. */
	count: number;
	/** When the last of those pauses began. */
	since: number;
}

/**
 * How much of the limit of a key is used, as far as this process knows. Times are milliseconds of a
 * clock that is never set.
 *
 * A request counts from its start until a window after its answer: the service can have counted it at
 * any moment in between. So a run never causes a refusal by itself.
 *
 * A refusal comes from others that use the same key, such as another program. It pauses all requests
 * for as long as the service asks, and longer each time. For a window after that, requests beyond the
 * number that the service had accepted go one by one, so that none is refused until it fails.
 */
export class Usage {
	private inFlight = 0;

	/** When the requests that still count were answered, oldest first, without those refused. */
	private answered: number[] = [];

	private pausedUntil = -Infinity;

	private refusals?: Refusals;

	/** @param limit undefined if the service documents none; may change at any time */
	constructor(public limit?: RateLimit) {}

	/** Whether there is nothing to remember. */
	get isIdle(): boolean {
		this.forget();
		return this.answered.length + this.inFlight + this.pause === 0 && !this.refusals;
	}

	/** Milliseconds left of the pause that the service asked for. */
	get pause(): number {
		return Math.max(0, this.pausedUntil - performance.now());
	}

	/** How many requests may be sent at once; undefined without a limit. */
	get left(): number | undefined {
		this.forget();
		const { limit, inFlight, answered, pause } = this;
		if (!limit || pause > 0) return limit && 0;
		return Math.max(0, limit.requests - inFlight - answered.length);
	}

	/** Counts a request. @returns to call once at its end, with the pause asked for if it was refused */
	start(): (refused?: number) => void {
		const started = performance.now();
		this.inFlight++;
		return (refused) => {
			this.inFlight--;
			if (refused === undefined) this.answered.push(performance.now());
			else this.refuse(started, refused);
		};
	}

	/** Milliseconds until a request may be sent; Infinity: not before one in flight ends. */
	delay(): number {
		this.forget();
		const { pause, limit } = this;
		if (pause > 0) return pause;
		const count = this.inFlight + this.answered.length;
		if (this.refusals && count >= this.refusals.room && this.inFlight > 0) return Infinity;
		if (!limit || count < limit.requests) return 0;
		const next = this.answered[count - limit.requests];
		return next === undefined ? Infinity : next + limit.window - performance.now();
	}

	/** @param started when the refused request was sent */
	private refuse(started: number, milliseconds: number): void {
		this.forget();
		const now = performance.now();
		const { count = 0, since = -Infinity } = this.refusals ?? {};
		const isNew = started >= since;
		this.refusals = {
			until: now + this.window,
			room: this.answered.length,
			count: isNew ? count + 1 : count,
			since: isNew ? now : since,
		};
		const least = Math.min(FIRST_PAUSE * 2 ** (this.refusals.count - 1), this.window);
		this.pausedUntil = Math.max(this.pausedUntil, now + Math.max(milliseconds, least));
	}

	private get window(): number {
		return this.limit?.window ?? DEFAULT_WINDOW;
	}

	private forget(): void {
		const now = performance.now();
		const first = this.answered.findIndex((at) => at + this.window > now);
		this.answered.splice(0, first < 0 ? Infinity : first);
		if (this.refusals && this.refusals.until <= now) this.refusals = undefined;
	}
}
