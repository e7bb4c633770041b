import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../input/check';
import type { Changes, Watch } from './watch';

const objectAt = (saved: IDataObject | undefined, key: string): IDataObject | undefined => {
	const value = saved?.[key];
	return isObject(value) ? value : undefined;
};

/**
 * Watches several lists in one poll, side by side. Each poll starts with another list, so that all
 * progress even if the poll has time for one. If one list fails, the poll reports nothing.
 */
export const combineWatches = (watches: Watch[]): Watch => ({
	subject: 'lists',

	async examples(poll) {
		return (await Promise.all(watches.map(async (watch) => await watch.examples(poll)))).flat();
	},

	async recognizes(poll, saved) {
		for (const watch of watches) {
			const part = objectAt(objectAt(saved, 'lists'), watch.subject);
			if (part && (await watch.recognizes?.(poll, part))) return true;
		}
		return false;
	},

	async changes(poll, saved) {
		const lists = objectAt(saved, 'lists');
		const turn = Number(saved?.turn ?? 0) % watches.length;
		const pending: Array<Promise<Changes>> = [];
		for (let count = 0; count < watches.length; count++) {
			const index = (turn + count) % watches.length;
			pending[index] = watches[index].changes(poll, objectAt(lists, watches[index].subject));
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
