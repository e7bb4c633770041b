import type { IDataObject } from 'n8n-workflow';

import type { Watch } from '../../../nodes/shared/trigger/watch';
import type { ListInMemory } from './ListInMemory';

/** A trigger that watches a list in memory, and what n8n stores. */
export class Triggered {
	/** In memory of n8n. */
	private current?: string;

	/** The next poll is the one at activation. */
	private isFirst = true;

	/** As n8n has stored it: at activation, and with what is emitted. */
	private stored?: string;

	constructor(
		private readonly list: ListInMemory,
		private watch: Watch,
	) {}

	get state(): IDataObject | undefined {
		return this.current === undefined ? undefined : (JSON.parse(this.current) as IDataObject);
	}

	/** Polls once. @returns what is emitted; undefined for a poll that fails */
	async poll(): Promise<IDataObject[] | undefined> {
		try {
			const before = this.state;
			const { state, emitted, mustPersist } = await this.watch.changes(this.list.poll(), before);
			this.current = JSON.stringify(state);
			if (this.isFirst || emitted.length > 0 || mustPersist) this.stored = this.current;
			this.isFirst = false;
			return emitted.map(({ record, ...more }) => ({ ...record, ...more }));
		} catch {
			return undefined;
		}
	}

	/** n8n activates the workflow with something else to watch; its state is stored. */
	activate(watch: Watch): void {
		this.watch = watch;
		this.current = this.stored;
		this.isFirst = true;
	}

	/** n8n is killed and started again. */
	restart(): void {
		this.current = this.stored;
	}
}
