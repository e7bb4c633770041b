import type { IDataObject } from 'n8n-workflow';
import type { MakeScene } from './scene';

/** An event of Corlega. @param kind `created`, `updated` or `statusChanged` */
export function corlegaScene(
	event: string,
	table: 'contacts' | 'quotes' | 'invoices',
	kind: 'created' | 'updated' | 'statusChanged',
): MakeScene {
	return ({ corlega }) => {
		const rows = corlega[table];
		let next = 0;
		let changed = 0;
		/** Those that change: from the back, so that those that leave are others. */
		let targets: IDataObject[] = [];
		const join = () => {
			const id = `01SCENE${++next}`;
			rows.set(id, { id, name: `Naam ${next}`, status: 'concept', total: 0 } as never);
			return id;
		};
		const change = (row: IDataObject) => {
			changed++;
			if (kind === 'updated') row.total = Number(row.total) + 1;
			else row.status = `status ${changed}`;
			return `${String(row.id)} ${kind === 'updated' ? String(row.total) : String(row.status)}`;
		};
		const leave = () => {
			const [row] = rows.rows;
			rows.delete(row.id);
			return () => {
				rows.set(row.id, row as never);
				return row.id;
			};
		};
		return {
			name: `Corlega ${event}`,
			service: 'corlega',
			parameters: { event, options: { share: 100 } },
			pageSize: 100,
			fill(count) {
				rows.clear();
				next = changed = 0;
				for (let index = 0; index < count; index++) join();
				targets = rows.rows.slice(-20) as IDataObject[];
			},
			happen: () => (kind === 'created' ? join() : change(targets[changed % targets.length])),
			keyOf: ({ id, total, to }) => {
				if (kind === 'created') return String(id);
				return `${String(id)} ${kind === 'updated' ? String(total) : String(to)}`;
			},
			pageOf: (path, { page }) => (path === `/${table}` ? Number(page) : undefined),
			leave,
			join: () => (kind === 'created' ? join() : void join()),
			prepare() {
				if (kind === 'created') return leave();
				const row = rows.get(join()) as IDataObject;
				return () => change(row);
			},
		};
	};
}
