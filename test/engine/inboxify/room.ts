import type { IDataObject, INode } from 'n8n-workflow';

import { byName, World } from '../../../tools/engine/world';

export const NEW = 'nieuw@voorbeeld.nl';

/** Paths of a list's pages, and of a bulk insert. */
export const PAGES = /^\/contacts\/[^/]+$/;
export const INSERT = /bulk-insert$/;

/** Fields that are filled from the columns of the same names. */
export const columns = (...names: string[]): IDataObject =>
	Object.fromEntries(names.map((name) => [name, `={{ $json.${name} }}`]));

/** Per item whether it was done, or its error. */
export const successes = (json: IDataObject[]) =>
	json.map(({ success, error }) => success ?? error);

/** The output of a contact for which all went well. */
export const done = (email: string) => ({ email, success: true, reason: null });

/** Inboxify for the tests of a file, as new before each of them, with so many contacts in Webshopklanten. */
export function inboxifyRoom(size = 20) {
	// Not shared by the tests: a request that outlives its run must not be counted in the next.
	const world = new World();
	beforeEach(async () => await world.start({ inboxify: { contacts: size } }));
	afterEach(async () => await world.sandbox.close());

	const service = () => world.sandbox.inboxify;

	const list = (name = 'Webshopklanten') => service().lists.get(name)!;

	const contacts = (name?: string) => list(name).contacts;

	const known = (index: number) => contacts().rows[index];

	/** Runs an operation for the `email` of each item in Webshopklanten, or as the parameters say. */
	const run = async (
		operation: string,
		parameters: IDataObject = {},
		items?: IDataObject[],
		settings?: Partial<INode>,
	) =>
		await world.run(
			'inboxify',
			operation,
			{ list: byName('Webshopklanten'), ...columns('email'), ...parameters },
			{ items, settings },
		);

	const writes = () => service().requests.filter(({ method }) => method !== 'GET');

	/** How many requests of a method a path got. */
	const count = (method: string, path = /./) =>
		service().requests.filter((request) => request.method === method && path.test(request.path))
			.length;

	return { world, service, list, contacts, known, run, writes, count };
}

/** 2,500 contacts, and upserts of items with `email`, `city` and `telephone`. */
export function upsertRoom() {
	const room = inboxifyRoom(2500);
	const upsert = async (
		items: IDataObject[],
		parameters: IDataObject = {},
		settings?: Partial<INode>,
	) =>
		await room.run(
			'contact.upsert',
			{ additionalFields: columns('city', 'telephone'), ...parameters },
			items,
			settings,
		);
	/** Items that give contacts of the list another city. */
	const moved = (...indexes: number[]) =>
		indexes.map((index) => ({ email: room.known(index).email, city: 'Sneek' }));
	return { ...room, upsert, moved };
}
