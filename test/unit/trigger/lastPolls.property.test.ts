import { rememberPoll, startFrom } from '../../../nodes/shared/trigger/lastPolls';
import type { SavedState } from '../../../nodes/shared/trigger/staticData';
import { fc } from '../../properties/cases';

/** How n8n stores static data. */
type Mode = 'default' | 'cursors' | 'scheduler';

let now = 0;

beforeEach(() => {
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
	jest.restoreAllMocks();
});

let nodes = 0;

/** n8n, and a trigger that emits the numbers that came since the last poll. */
class N8n {
	/** Numbers that were emitted. */
	readonly emitted: number[] = [];

	/** The last number there is. */
	last = 0;

	private stored?: SavedState;

	private shared?: SavedState;

	private node = '';

	/** How the trigger is set. */
	private setup = 'A';

	constructor(private readonly mode: Mode) {
		this.restart();
	}

	/** Someone changes the settings and publishes the workflow. */
	change(): void {
		this.setup = this.setup === 'A' ? 'B' : 'A';
		this.activate();
	}

	/** n8n starts; what was only in memory is lost. */
	restart(): void {
		this.node = `node ${++nodes}`;
		this.activate();
	}

	/** The workflow is activated, again where it is active already. */
	activate(): void {
		this.shared = this.stored;
		const copy = this.stored;
		const poll = this.poll(copy, false);
		this.shared = poll.saved ?? copy;
		if (poll.emitted.length > 0 || this.mode !== 'cursors') this.stored = this.shared;
		this.emitted.push(...poll.emitted);
	}

	/** Polls that were late: they got their copies before the first one ended. */
	late(count: number): void {
		const copy = this.stored;
		for (let poll = 0; poll < count; poll++) this.tick(true, copy);
	}

	/** @param canStore whether n8n's database takes what the poll came to */
	tick(canStore = true, copy = this.stored): void {
		if (this.mode === 'default') {
			const { saved, emitted } = this.poll(this.shared, false);
			this.shared = saved ?? this.shared;
			if (emitted.length > 0 && canStore) this.stored = this.shared;
			this.emitted.push(...emitted);
			return;
		}
		const { saved, emitted } = this.poll(copy, true);
		if (!canStore || saved === undefined) return;
		if (emitted.length > 0 || this.mode === 'cursors') this.stored = saved;
		this.emitted.push(...emitted);
	}

	private poll(
		copy: SavedState | undefined,
		isScheduled: boolean,
	): { saved?: SavedState; emitted: number[] } {
		const origin = { setup: this.setup, isScheduled, isEmpty: copy === undefined };
		const start = startFrom(this.node, { ...origin, saved: copy });
		if (!start) return { emitted: [] };
		const { saved: before } = start;
		const first = before === undefined ? this.last : Number(before.state.last);
		const emitted = Array.from({ length: this.last - first }, (_, index) => first + index + 1);
		const after = { serial: (before?.serial ?? 0) + 1, state: { last: this.last } };
		rememberPoll(this.node, { ...origin, before, after, hasEmitted: emitted.length > 0 });
		return { saved: after, emitted };
	}
}

const step = fc.record({
	happens: fc.nat(3),
	action: fc.constantFrom(
		'tick' as const,
		'late' as const,
		'unstored' as const,
		'restart' as const,
		'activate' as const,
		'change' as const,
	),
	seconds: fc.constantFrom(1, 10, 60),
});

test.each<Mode>(['default', 'cursors', 'scheduler'])(
	'%s: each change is emitted once, whatever copy n8n hands over',
	(mode) => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
				const n8n = new N8n(mode);
				// Until the first tick n8n with durable cursors has stored nothing.
				n8n.last += 2;
				n8n.tick();
				for (const { happens, action, seconds } of steps) {
					n8n.last += happens;
					now += seconds * 1000;
					if (action === 'late') n8n.late(3);
					else if (action === 'unstored') n8n.tick(mode === 'default');
					else n8n[action]();
				}
				for (let poll = 0; poll < 3; poll++) {
					now += 60_000;
					n8n.tick();
				}
				expect(n8n.emitted).toEqual(Array.from({ length: n8n.last }, (_, index) => index + 1));
			}),
		);
	},
);
