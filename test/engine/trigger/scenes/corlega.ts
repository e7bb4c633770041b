import type { IDataObject } from 'n8n-workflow';
import type { MakeScene } from './scene';

type Table = 'contacts' | 'quotes' | 'invoices';

type Kind = 'created' | 'updated' | 'statusChanged';

/** An event, what it watches, and what it waits for. */
export type CorlegaEvent = [event: string, table: Table, kind: Kind];

/** Scenes so far: no two accounts have records with the same ID. */
let scenes = 0;

/** Events of Corlega in one trigger; those of one table must not report the same change. */
export function corlegaScene(...events: CorlegaEvent[]): MakeScene {
	return ({ corlega }) => {
		const tables = [...new Set(events.map(([, table]) => table))];
		const [first] = tables;
		const account = ++scenes;
		let next = 0;
		let changed = 0;
		let turn = 0;
		/** Those that change: from the back, because others leave from the front. */
		const targets = new Map<Table, IDataObject[]>();
		const put = (table: Table) => {
			const id = `01SCENE${account}X${++next}`;
			corlega[table].set(id, { id, name: `Naam ${next}`, status: 'concept', total: 0 } as never);
			return id;
		};
		/** Changes a row as an event wants it. @returns what `keyOf` says of it */
		const change = ([event, , kind]: CorlegaEvent, row: IDataObject) => {
			changed++;
			if (kind === 'updated') row.total = Number(row.total) + 1;
			else row.status = `status ${changed}`;
			return `${event} ${String(row.id)} ${String(kind === 'updated' ? row.total : row.status)}`;
		};
		const created = events.find(([, table, kind]) => table === first && kind === 'created');
		const keyOfNew = (id: string) => created && `${created[0]} ${id}`;
		const leave = () => {
			const rows = corlega[first];
			const [row] = rows.rows;
			rows.delete(row.id);
			return () => {
				rows.set(row.id, row as never);
				return keyOfNew(row.id) ?? '';
			};
		};
		return {
			service: 'corlega',
			parameters: { events: events.map(([event]) => event), options: { share: 100 } },
			pageSize: 100,
			fill(count) {
				next = changed = turn = 0;
				for (const table of tables) {
					corlega[table].clear();
					for (let index = 0; index < count; index++) put(table);
					targets.set(table, corlega[table].rows.slice(-20) as IDataObject[]);
				}
			},
			happen() {
				const event = events[turn++ % events.length];
				const [name, table, kind] = event;
				if (kind === 'created') return `${name} ${put(table)}`;
				const rows = targets.get(table)!;
				return change(event, rows[changed % rows.length]);
			},
			keyOf: ({ event, id, total, to }) => {
				const known = events.find(([name]) => name === event);
				if (!known) return `unknown event ${String(event)}`;
				const value = {
					created: '',
					updated: ` ${String(total)}`,
					statusChanged: ` ${String(to)}`,
				};
				return `${known[0]} ${String(id)}${value[known[2]]}`;
			},
			pageOf: (path, { page }) => (path === `/${first}` ? Number(page) : undefined),
			leave,
			join: () => keyOfNew(put(first)),
			prepare() {
				if (created) return leave();
				const row = corlega[first].get(put(first)) as IDataObject;
				return () => change(events[0], row);
			},
		};
	};
}
