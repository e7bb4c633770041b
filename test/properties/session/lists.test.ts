import { fc } from '../cases';
import { type Flaw, manner, type Move, MovingList, type Plan, quiet, read } from './movingList';

const turns = 40;

const shift: fc.Arbitrary<Move> = fc.record({
	kind: fc.constant('shift' as const),
	from: fc.nat(30),
	to: fc.nat(30),
});

const change = (kind: 'insert' | 'remove'): fc.Arbitrary<Move> =>
	fc.record({ kind: fc.constant(kind), at: fc.nat(30) });

const nothing = fc.constant<Move>({ kind: 'nothing' });

const movesOf = (...kinds: Array<fc.Arbitrary<Move>>) =>
	fc.array(fc.oneof(nothing, ...kinds), { maxLength: turns });

/** A list that tells its total, since without one nobody can know what moved. */
const restless = (moves: fc.Arbitrary<Move[]>): fc.Arbitrary<Plan> =>
	fc.record({
		count: fc.nat(23),
		manner: manner(fc.constant(true)),
		moves,
		flaws: fc.constant<Flaw[]>([]),
		delays: fc.array(fc.nat(6), { maxLength: turns }),
		concurrency: fc.integer({ min: 1, max: 5 }),
		list: fc.constant({ path: ['list'] }),
	});

/** Nothing came twice, and nothing that was there all the time is missing. */
function expectWhole(moving: MovingList, ids: string[]): void {
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toEqual(expect.arrayContaining([...moving.throughout]));
}

test('a list that keeps still comes out as it is, up to the limit, with no request too many', async () => {
	await fc.assert(
		fc.asyncProperty(quiet, async (plan) => {
			const moving = new MovingList(plan);
			const { ids } = await read(moving, plan);
			const { limit = Infinity } = plan.list;
			expect(ids).toEqual(moving.ids.slice(0, limit));
			const { size, tellsTotal, tellsMore, fixedSize } = plan.manner;
			const asked = moving.asked[0].size;
			expect(asked).toBeLessThanOrEqual(fixedSize ? size : Math.min(size, limit));
			const pages = Math.max(1, Math.ceil(Math.min(plan.count, limit) / asked));
			// Without a total or a word, only a page that is not full tells the end.
			expect(moving.asked.length).toBeLessThanOrEqual(pages + (tellsTotal || tellsMore ? 0 : 1));
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
	'while entries %s: all that was there throughout comes out once, or an error',
	async (_, moves) => {
		await fc.assert(
			fc.asyncProperty(restless(moves), async (plan) => {
				const moving = new MovingList(plan);
				const { ids } = await read(moving, plan);
				if (ids && !moving.seemsStill) expectWhole(moving, ids);
			}),
		);
	},
);

test('a list that comes to rest is read to its end, without an error', async () => {
	const early = fc.oneof(
		fc.array(shift, { maxLength: 4 }),
		fc.array(change('insert'), { maxLength: 4 }),
	);
	await fc.assert(
		fc.asyncProperty(restless(early), async (plan) => {
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
	{ maxLength: turns },
);

test('inconsistent answers: all of the list, or an error', async () => {
	await fc.assert(
		fc.asyncProperty(restless(fc.constant([])), FLAWS, async (plan, flaws) => {
			const moving = new MovingList({ ...plan, flaws });
			const { ids } = await read(moving, plan);
			if (ids && !moving.seemsStill) expect([...ids].sort()).toEqual([...moving.ids].sort());
		}),
	);
});

test('whatever a service answers, there is an end, within three readings of its total', async () => {
	const page = fc.record({
		entries: fc.array(fc.record({ id: fc.nat(40) }), { maxLength: 6 }),
		total: fc.option(fc.integer({ min: -3, max: 30 }), { nil: undefined }),
		hasMore: fc.option(fc.boolean(), { nil: undefined }),
	});
	const answers = fc.array(page, { minLength: 1, maxLength: turns });
	await fc.assert(
		fc.asyncProperty(quiet, answers, async (plan, given) => {
			const moving = new MovingList(plan);
			let asked = 0;
			moving.fetch = async (place) => {
				const { entries, hasMore, total } = given[asked++ % given.length];
				if (asked > 1_000) throw new Error('no end');
				// Where nothing is told, a list may go on for a million entries.
				const told = { entries: entries.slice(0, place.size), total: total ?? 9, hasMore };
				const isEnd = hasMore === false || (hasMore === undefined && entries.length < place.size);
				return { ...told, place, isLast: isEnd };
			};
			const { ids } = await read(moving, plan);
			if (ids) expect(new Set(ids).size).toBe(ids.length);
			const most = Math.max(9, ...given.map(({ total }) => total ?? 0));
			// Each page is asked for twice at the most, and once more the first one.
			expect(asked).toBeLessThanOrEqual(3 * (2 * (most + 2 + 2) + 1));
		}),
	);
});
