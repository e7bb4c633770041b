import { createRequire } from 'node:module';
import type * as Workflow from 'n8n-workflow';

export interface Traffic {
	readonly inFlight: number;
	readonly requests: readonly unknown[];
}

interface Sleeper {
	until: number;
	wake(): void;
}

const realTime = performance.now.bind(performance);

/** Milliseconds of real time after which inactive requests count as held. */
const STANDSTILL = 30;

/** Event loop iterations in which an answer reaches the caller. */
const TURNS = 8;
const turn = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that jumps instead of sleeping, once nothing is in flight, to the next sleeper to wake.
 * So parallel sleepers wake in their order.
 */
class Clock {
	/** Called after a jump, before anyone wakes. */
	onJump?: () => Promise<void>;

	private traffic?: Traffic;

	/** Milliseconds jumped so far. */
	private ahead = 0;
	private readonly sleepers: Sleeper[] = [];
	private isTicking = false;

	/** The traffic that counts as held. */
	private held = '';

	constructor() {
		const date = Date.now.bind(Date);
		Date.now = () => date() + Math.floor(this.ahead);
		performance.now = () => realTime() + this.ahead;
	}

	/** Starts a plan, an hour after the previous one. */
	start(traffic: Traffic): void {
		this.ahead += 3_600_000;
		this.traffic = traffic;
		this.onJump = undefined;
		this.held = '';
	}

	/** Jumps past any pause that a service can ask for. */
	skipPauses(): void {
		this.ahead += 8 * 86_400_000;
	}

	readonly sleep = async (milliseconds: number): Promise<void> => {
		await new Promise<void>((wake) => {
			this.sleepers.push({ until: performance.now() + milliseconds, wake });
			void this.tick();
		});
	};

	private async tick(): Promise<void> {
		if (this.isTicking) return;
		this.isTicking = true;
		while (this.sleepers.length > 0) {
			await this.stillness();
			const next = Math.min(...this.sleepers.map(({ until }) => until));
			this.ahead += Math.max(0, next - performance.now());
			await this.onJump?.();
			const now = performance.now();
			const awake = this.sleepers.filter(({ until }) => until <= now);
			const asleep = this.sleepers.filter(({ until }) => until > now);
			this.sleepers.splice(0, Infinity, ...asleep);
			for (const { wake } of awake.sort((a, b) => a.until - b.until)) wake();
		}
		this.isTicking = false;
	}

	/** Waits until all answers have arrived, except held ones. */
	private async stillness(): Promise<void> {
		const state = () => `${this.traffic?.inFlight} ${this.traffic?.requests.length}`;
		for (let left = TURNS; left > 0; left--) await turn();
		let before = state();
		let since = realTime();
		while (this.traffic && this.traffic.inFlight > 0 && before !== this.held) {
			await turn();
			if (state() !== before) {
				before = state();
				since = realTime();
			} else if (realTime() - since > STANDSTILL) {
				this.held = before;
			}
		}
	}
}

export const clock = new Clock();

// Whatever is loaded from now on sleeps by this clock.
const load = createRequire(__filename);
const path = load.resolve('n8n-workflow');
const workflow = load(path) as typeof Workflow;
load.cache[path]!.exports = { ...workflow, sleep: clock.sleep };
