import type { IDataObject, INode } from 'n8n-workflow';

import { byName, type RunResult, World } from '../../../tools/engine/world';

export const NEW = 'nieuw@voorbeeld.nl';

/** Paths of a list's pages, and of a bulk insert. */
export const PAGES = /^\/contacts\/[^/]+$/;
export const INSERT = /bulk-insert$/;

/** A list of 2,500 contacts, and upserts into it. */
export class UpsertWorld {
	private constructor(readonly world: World) {}

	static async start(): Promise<UpsertWorld> {
		return new UpsertWorld(await World.start());
	}

	/** Forgets what the last test did. */
	reset(): void {
		this.world.clear();
		this.service.addList('Webshopklanten', 2500);
		this.service.onRequest = undefined;
		this.service.totals = true;
	}

	async close(): Promise<void> {
		await this.world.sandbox.close();
	}

	get service() {
		return this.world.sandbox.inboxify;
	}

	get list() {
		return this.service.lists.get('Webshopklanten')!;
	}

	known(index: number) {
		return this.list.contacts.rows[index];
	}

	/** How many requests of a method a path got. */
	count(method: string, path = /./): number {
		const { requests } = this.service;
		return requests.filter((request) => request.method === method && path.test(request.path))
			.length;
	}

	/** Upserts items with `email`, `city` and `telephone`. */
	async upsert(
		items: IDataObject[],
		parameters: IDataObject = {},
		settings: Partial<INode> = {},
	): Promise<RunResult> {
		return await this.world.run(
			'inboxify',
			'contact.upsert',
			{
				list: byName('Webshopklanten'),
				email: '={{ $json.email }}',
				additionalFields: { city: '={{ $json.city }}', telephone: '={{ $json.telephone }}' },
				...parameters,
			},
			{ items, settings },
		);
	}
}

/** Per item whether it was done, or its error. */
export const successes = (json: IDataObject[]) =>
	json.map(({ success, error }) => success ?? error);
