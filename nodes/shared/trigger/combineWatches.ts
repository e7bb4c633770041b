import type { IDataObject } from 'n8n-workflow';

import type { Changes, Watch } from './watch';

const partOf = (saved: IDataObject | undefined, { subject }: Watch): IDataObject | undefined =>
	(saved?.lists as Record<string, IDataObject> | undefined)?.[subject];

/**
 * Watches several lists in one poll, side by side. Each poll starts with another list, so that all
 * progress even if the poll has time for one. If one list fails, the poll reports nothing.
 */
export const combineWatches = (watches: Watch[]): Watch => ({
	subject: 'lists',

	async examples(poll) {
		return (await Promise.all(watches.map(async (watch) => await watch.examples(poll)))).flat();
	},

	listsOf: (saved) => watches.flatMap((watch) => watch.listsOf?.(partOf(saved, watch)) ?? []),

	async changes(poll, saved) {
		const turn = Number(saved?.turn ?? 0) % watches.length;
		const pending: Array<Promise<Changes>> = [];
		for (let count = 0; count < watches.length; count++) {
			const index = (turn + count) % watches.length;
			pending[index] = watches[index].changes(poll, partOf(saved, watches[index]));
		}
		const all = await Promise.all(pending);
		return {
			state: {
				turn: turn + 1,
				lists: Object.fromEntries(watches.map(({ subject }, index) => [subject, all[index].state])),
			},
			emitted: all.flatMap(({ emitted }) => emitted),
			mustPersist: all.some(({ mustPersist }) => mustPersist),
		};
	},
});
