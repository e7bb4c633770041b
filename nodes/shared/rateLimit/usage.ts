/** How fast a service may be called with one key. */
export interface RateLimit {
	/** Requests within any window. */
	readonly requests: number;
	/** Length of the window in milliseconds. */
	readonly window: number;
}

/** Milliseconds of the first pause at the least; each further one is twice as long. */
const FIRST_PAUSE = 1_000;

/** Where no limit is documented, a refusal is remembered for as long as Corlega would. */
const DEFAULT_WINDOW = 60_000;

/** Milliseconds of a clock that is never set. */
const clock = (): number => performance.now();

/** What is known of others who use the same key, for a window after their last sign. */
interface Trouble {
	/** When this no longer matters. */
	until: number;
	/** Requests that the service took from us in the window before: that many it has room for. */
	room: number;
	/** How often it was refused to go on, requests refused side by side counted once. */
	refusals: number;
	/** When the last of those pauses began. */
	since: number;
}

/**
 * How much of the limit of a key is used up, as far as can be known here.
 *
 * A request counts from the moment it is started until a window after it was answered: the service
 * can have counted it at any moment up to then, so a run never meets a refusal of its own making.
 *
 * A refusal comes from others who use the same key, such as another program. It pauses everyone for
 * as long as the service asks, and longer each time it happens again. For a window from then on,
 * what goes beyond the number that the service had taken from us goes one by one, so that no
 * request is refused so often that it has to be given up.
 */
export class Usage {
	/** Requests that are not answered yet. */
	private inFlight = 0;

	/** When requests that were not refused were answered, oldest first, as far as they count. */
	private answered: number[] = [];

	private pausedUntil = -Infinity;

	private trouble?: Trouble;

	/** @param limit undefined where the service documents none; may change at any time */
	constructor(public limit?: RateLimit) {}

	/** Whether there is nothing to remember. */
	get isIdle(): boolean {
		this.forget();
		const known = this.answered.length > 0 || this.trouble !== undefined || this.pause > 0;
		return !known && this.inFlight === 0;
	}

	/** Milliseconds for which the service wants to be left alone from now on. */
	get pause(): number {
		return Math.max(0, this.pausedUntil - clock());
	}

	/** A request is sent. @returns what is to be called once, with the pause asked for if refused */
	start(): (refused?: number) => void {
		const started = clock();
		this.inFlight++;
		return (refused) => {
			this.inFlight--;
			if (refused === undefined) this.answered.push(clock());
			else this.refuse(started, refused);
		};
	}

	/** Milliseconds until a request may be sent; Infinity: not before one in flight is answered. */
	delay(): number {
		this.forget();
		const { pause, limit } = this;
		if (pause > 0) return pause;
		const counting = this.inFlight + this.answered.length;
		if (this.trouble && counting >= this.trouble.room && this.inFlight > 0) return Infinity;
		if (!limit || counting < limit.requests) return 0;
		const next = this.answered[counting - limit.requests];
		return next === undefined ? Infinity : next + limit.window - clock();
	}

	/** @param started when the request that was refused had been started */
	private refuse(started: number, milliseconds: number): void {
		const now = clock();
		this.forget();
		const before = this.trouble;
		const isSame = before !== undefined && started < before.since;
		const refusals = (before?.refusals ?? 0) + (isSame ? 0 : 1);
		this.trouble = {
			until: now + this.window,
			room: this.answered.length,
			refusals,
			since: isSame ? before.since : now,
		};
		const patience = Math.min(FIRST_PAUSE * 2 ** (refusals - 1), this.window);
		this.pausedUntil = Math.max(this.pausedUntil, now + Math.max(milliseconds, patience));
	}

	private get window(): number {
		return this.limit?.window ?? DEFAULT_WINDOW;
	}

	/** Forgets what no longer counts. */
	private forget(): void {
		const now = clock();
		let gone = 0;
		while (gone < this.answered.length && this.answered[gone] + this.window <= now) gone++;
		if (gone > 0) this.answered.splice(0, gone);
		if (this.trouble && this.trouble.until <= now) this.trouble = undefined;
	}
}
