import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import type { Watch } from './watch';

/** Which of some lists is asked first in this poll: each in its turn. */
const turnOf = (kept: IDataObject | undefined, count: number): number => {
	const turn = kept?.turn;
	return Number.isSafeInteger(turn) ? Math.abs(turn as number) % count : 0;
};

/**
 * Watches several lists in one poll. They are read side by side, and another one begins each time,
 * so that each gets through however little the limit of the key, or the time, allows in one poll.
 * Where one can't be read, nothing is told of the others either. What is kept stands by the subject
 * of each; a list that is no longer watched is forgotten.
 */
export const together = (watches: Watch[]): Watch => ({
	subject: 'lists',

	async examples(poll) {
		return (await Promise.all(watches.map(async (each) => await each.examples(poll)))).flat();
	},

	async recognizes(poll, kept) {
		const lists = isObject(kept.lists) ? kept.lists : {};
		for (const watch of watches) {
			const part = lists[watch.subject];
			if (isObject(part) && (await watch.recognizes?.(poll, part))) return true;
		}
		return false;
	},

	async changes(poll, kept) {
		const lists = isObject(kept?.lists) ? kept.lists : {};
		const turn = turnOf(kept, watches.length);
		const inTurn = [...watches.slice(turn), ...watches.slice(0, turn)];
		const found = new Map(
			await Promise.all(
				inTurn.map(async (watch) => {
					const part = lists[watch.subject];
					const changes = await watch.changes(poll, isObject(part) ? part : undefined);
					return [watch.subject, changes] as const;
				}),
			),
		);
		const all = watches.map(({ subject }) => ({ subject, ...found.get(subject)! }));
		return {
			state: {
				turn: turn + 1,
				lists: Object.fromEntries(all.map(({ subject, state }) => [subject, state])),
			},
			emitted: all.flatMap(({ emitted }) => emitted),
			isWorthKeeping: all.some(({ isWorthKeeping }) => isWorthKeeping),
		};
	},
});
