import { fc } from '../cases';
import { type Flaw, manner, type Move, MovingList, type Plan, quiet, read } from './movingList';

const MAX_TURNS = 40;

const shift: fc.Arbitrary<Move> = fc.record({
	kind: fc.constant('shift' as const),
	from: fc.nat(30),
	to: fc.nat(30),
});

const change = (kind: 'insert' | 'remove'): fc.Arbitrary<Move> =>
	fc.record({ kind: fc.constant(kind), at: fc.nat(30) });

const nothing = fc.constant<Move>({ kind: 'nothing' });

const movesOf = (...kinds: Array<fc.Arbitrary<Move>>) =>
	fc.array(fc.oneof(nothing, ...kinds), { maxLength: MAX_TURNS });

/** A list with a total: without one, nobody can know what moved. */
const changing = (moves: fc.Arbitrary<Move[]>): fc.Arbitrary<Plan> =>
	fc.record({
		count: fc.nat(23),
		manner: manner(fc.constant(true)),
		moves,
		flaws: fc.constant<Flaw[]>([]),
		delays: fc.array(fc.nat(6), { maxLength: MAX_TURNS }),
		concurrency: fc.integer({ min: 1, max: 5 }),
		list: fc.constant({ path: ['list'] }),
	});

/** No entry twice, and none missing that was there all the time. */
function expectWhole(moving: MovingList, ids: string[]): void {
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toEqual(expect.arrayContaining([...moving.throughout]));
}

test('a list that does not change is returned as it is, up to the limit, with no request too many', async () => {
	await fc.assert(
		fc.asyncProperty(quiet, async (plan) => {
			const moving = new MovingList(plan);
			const { ids } = await read(moving, plan);
			const { limit = Infinity } = plan.list;
			expect(ids).toEqual(moving.ids.slice(0, limit));
			const { size, saysTotal, saysMore, fixedSize } = plan.manner;
			const asked = moving.asked[0].size;
			expect(asked).toBeLessThanOrEqual(fixedSize ? size : Math.min(size, limit));
			const pages = Math.max(1, Math.ceil(Math.min(plan.count, limit) / asked));
			// Without a total or `hasMore`, only a page that is not full is the end.
			expect(moving.asked.length).toBeLessThanOrEqual(pages + (saysTotal || saysMore ? 0 : 1));
		}),
	);
});

const MOVES = {
	'are moved': movesOf(shift),
	'are added': movesOf(change('insert')),
	'are removed': movesOf(change('remove')),
	'are removed and moved': movesOf(shift, change('remove')),
	'are added and removed': movesOf(change('insert'), change('remove')),
};

test.each(Object.entries(MOVES))(
	'while entries %s: every entry that was there throughout is returned once, or an error',
	async (_, moves) => {
		await fc.assert(
			fc.asyncProperty(changing(moves), async (plan) => {
				const moving = new MovingList(plan);
				const { ids } = await read(moving, plan);
				if (ids && !moving.seemsStill) expectWhole(moving, ids);
			}),
		);
	},
);

test('a list that stops changing is read to its end, without an error', async () => {
	const early = fc.oneof(
		fc.array(shift, { maxLength: 4 }),
		fc.array(change('insert'), { maxLength: 4 }),
	);
	await fc.assert(
		fc.asyncProperty(changing(early), async (plan) => {
			const moving = new MovingList(plan);
			const { ids = [] } = await read(moving, plan);
			if (!moving.seemsStill) expectWhole(moving, ids);
		}),
	);
});

const FLAWS = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.constant<Flaw>('none') },
		{ weight: 1, arbitrary: fc.constantFrom<Flaw>('empty', 'missing', 'short', 'ended') },
	),
	{ maxLength: MAX_TURNS },
);

test('inconsistent answers: all of the list, or an error', async () => {
	await fc.assert(
		fc.asyncProperty(changing(fc.constant([])), FLAWS, async (plan, flaws) => {
			const moving = new MovingList({ ...plan, flaws });
			const { ids } = await read(moving, plan);
			if (ids && !moving.seemsStill) expect([...ids].sort()).toEqual([...moving.ids].sort());
		}),
	);
});

test('whatever a service answers, it ends within three passes of its total', async () => {
	const page = fc.record({
		entries: fc.array(fc.record({ id: fc.nat(40) }), { maxLength: 6 }),
		total: fc.option(fc.integer({ min: -3, max: 30 }), { nil: undefined }),
		hasMore: fc.option(fc.boolean(), { nil: undefined }),
	});
	const answers = fc.array(page, { minLength: 1, maxLength: MAX_TURNS });
	await fc.assert(
		fc.asyncProperty(quiet, answers, async (plan, given) => {
			const moving = new MovingList(plan);
			let asked = 0;
			moving.fetch = async (place) => {
				const { entries, hasMore, total } = given[asked++ % given.length];
				if (asked > 1_000) throw new Error('no end');
				// Without any, a list may go on for a million entries.
				const answered = { entries: entries.slice(0, place.size), total: total ?? 9, hasMore };
				const isEnd = hasMore === false || (hasMore === undefined && entries.length < place.size);
				return { ...answered, place, isLast: isEnd };
			};
			const { ids } = await read(moving, plan);
			if (ids) expect(new Set(ids).size).toBe(ids.length);
			const most = Math.max(9, ...given.map(({ total }) => total ?? 0));
			// Each page is requested at most twice, and the first one a third time.
			expect(asked).toBeLessThanOrEqual(3 * (2 * (most + 2 + 2) + 1));
		}),
	);
});
