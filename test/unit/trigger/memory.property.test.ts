import type { Kept } from '../../../nodes/shared/trigger/kept';
import { rememberPoll, startFrom } from '../../../nodes/shared/trigger/memory';
import { fc } from './cases';

/** How n8n keeps what polls kept. */
type Mode = 'default' | 'cursors' | 'scheduler';

let now = 0;

beforeEach(() => {
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
	jest.restoreAllMocks();
});

let nodes = 0;

/** n8n, and a trigger that tells numbers: those that came since the last poll. */
class N8n {
	/** Numbers that were told. */
	readonly told: number[] = [];

	/** The last number there is. */
	last = 0;

	private stored?: Kept;

	private shared?: Kept;

	private node = '';

	/** How the trigger is set. */
	private settings = 'A';

	constructor(private readonly mode: Mode) {
		this.restart();
	}

	private get name() {
		return { node: this.node, settings: this.settings };
	}

	/** The trigger is set otherwise, and published. */
	change(): void {
		this.settings = this.settings === 'A' ? 'B' : 'A';
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
		this.shared = poll.kept ?? copy;
		if (poll.told.length > 0 || this.mode !== 'cursors') this.stored = this.shared;
		this.told.push(...poll.told);
	}

	/** Polls that were late: they got their copies before the first one ended. */
	late(count: number): void {
		const copy = this.stored;
		for (let poll = 0; poll < count; poll++) this.tick(true, copy);
	}

	/** @param canStore whether n8n's database takes what the poll came to */
	tick(canStore = true, copy = this.stored): void {
		if (this.mode === 'default') {
			const { kept, told } = this.poll(this.shared, false);
			this.shared = kept ?? this.shared;
			if (told.length > 0 && canStore) this.stored = this.shared;
			this.told.push(...told);
			return;
		}
		const { kept, told } = this.poll(copy, true);
		if (!canStore || kept === undefined) return;
		if (told.length > 0 || this.mode === 'cursors') this.stored = kept;
		this.told.push(...told);
	}

	private poll(copy: Kept | undefined, isScheduled: boolean): { kept?: Kept; told: number[] } {
		const isEmpty = copy === undefined;
		const beginning = { subject: 'numbers', isScheduled, kept: copy, isEmpty };
		const start = startFrom(this.name, beginning);
		if (start === 'tooEarly') return { told: [] };
		const before = start.kept;
		const first = before === undefined ? this.last : Number(before.state.last);
		const told = Array.from({ length: this.last - first }, (_, index) => first + index + 1);
		const kept = { serial: (before?.serial ?? 0) + 1, state: { last: this.last } };
		rememberPoll(this.name, {
			...kept,
			subject: 'numbers',
			before,
			hasEmitted: told.length > 0,
			isScheduled,
			wasEmpty: isEmpty,
		});
		return { kept, told };
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
	'%s: what happens is told once, whatever copies n8n hands over',
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
				expect(n8n.told).toEqual(Array.from({ length: n8n.last }, (_, index) => index + 1));
			}),
		);
	},
);
