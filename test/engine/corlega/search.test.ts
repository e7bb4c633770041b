import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { corlega } from '../../../nodes/Corlega/corlega.service';
import { type SearchBounds, searchPages } from '../../../nodes/shared/node/searchPages';
import { loadOptionsContext } from '../../../tools/engine/contexts';
import { nodeTypes } from '../../../tools/engine/types';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 6000 } });
let seeded: Array<IDataObject & { id: string }>;
let apiKey: string;

beforeAll(() => {
	seeded = structuredClone([...world.sandbox.corlega.contacts.values()]) as typeof seeded;
});

/** A list of so many contacts, of which nothing is remembered under a new key. */
function start(contacts: number): void {
	const { corlega: service } = world.sandbox;
	service.latency = 0;
	service.contacts.clear();
	for (const contact of seeded.slice(0, contacts)) service.contacts.set(contact.id, { ...contact });
	apiKey = service.addKey(['*']);
}

const loadOptions = () => {
	const credentials = { ...world.credentials('corlega'), apiKey };
	return loadOptionsContext(world.setup('corlega', credentials));
};

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
) => Promise<INodeListSearchResult>;

/** What the editor asks of the node. */
const search = async (filter?: string, token?: string) => {
	const found = nodeTypes.corlega.methods!.listSearch!.searchContacts as Search;
	return await found.call(loadOptions(), filter, token);
};

/** The same with other bounds. */
const bounded = async (bounds: Partial<SearchBounds>, filter?: string, token?: string) => {
	const found = searchPages(corlega, ['contacts'], ({ name }) => String(name), {
		matches: 50,
		pages: 20,
		concurrency: 4,
		time: 8_000,
		share: 0.25,
		...bounds,
	});
	return await found.call(loadOptions(), filter, token);
};

const rows = () => [...world.sandbox.corlega.contacts.values()];
const rename = (index: number, fields: IDataObject) =>
	world.sandbox.corlega.contacts.change(rows()[index], fields);
const pagesRead = () => world.sandbox.corlega.requests.map(({ query }) => Number(query.page));
const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

test('a search shows all 9 contacts with a name, wherever in the list they are', async () => {
	start(1205);
	const places = [3, 99, 100, 250, 480, 777, 901, 1100, 1204];
	for (const place of places) rename(place, { name: `De Brouwerij Zzq ${place}` });
	world.sandbox.corlega.latency = 10;
	const found = await search(' ZZQ');

	expect(found.results.map(({ value }) => value)).toEqual(places.map((place) => rows()[place].id));
	expect(found.paginationToken).toBeUndefined();
	expect(world.log('corlega')).toHaveLength(13);
	expect(world.sandbox.corlega.maxInFlight).toBeGreaterThan(1);
	expect(world.sandbox.corlega.maxInFlight).toBeLessThanOrEqual(4);
});

test('what was read serves the next keystrokes', async () => {
	start(1205);
	rename(1204, { name: 'Zzq' });
	for (const typed of ['z', 'zz', 'zzq']) await search(typed);

	expect(names(await search('zzq'))).toEqual([expect.stringMatching(/^Zzq - /)]);
	expect(pagesRead().sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
});

test('whoever opens the list sees it as it is now', async () => {
	start(30);
	await search('x');
	rename(0, { name: 'Zojuist Hernoemd' });

	expect(names(await search())[0]).toMatch(/^Zojuist Hernoemd/);
	expect(names(await search('zojuist'))).toHaveLength(1);
	expect(world.log('corlega')).toHaveLength(2);
});

test('a list that is full goes on from the page behind it', async () => {
	start(1205);
	for (let index = 0; index < 200; index++) rename(index * 6, { name: `Zzq ${index}` });
	const seen: string[] = [];
	let token: string | undefined;
	do {
		const page: INodeListSearchResult = await search('zzq', token);
		seen.push(...names(page));
		token = page.paginationToken as string | undefined;
		expect(token === undefined || page.results.length >= 50).toBe(true);
	} while (token !== undefined);

	expect(seen).toHaveLength(200);
	expect(new Set(seen).size).toBe(200);
});

test('a search that has to stop says so in its last line, and goes on where it was', async () => {
	start(2310);
	rename(5, { name: 'Zzq vooraan' });
	rename(2305, { name: 'Zzq achteraan' });
	const stopped = await search('zzq');

	expect(names(stopped)).toEqual([
		expect.stringMatching(/^Zzq vooraan/),
		'Searched the first 2,000 of 2,310 contacts. Type more, or choose By ID.',
	]);
	expect(stopped.paginationToken).toBe('21');
	expect(world.log('corlega')).toHaveLength(20);

	// Typing more reads what was not read yet.
	expect(names(await search('zzq '))).toEqual([
		expect.stringMatching(/^Zzq vooraan/),
		expect.stringMatching(/^Zzq achteraan/),
	]);
	expect(names(await search('zzq', '21'))).toEqual([expect.stringMatching(/^Zzq achteraan/)]);
	expect(world.log('corlega')).toHaveLength(24);
});

test('a list without a match that is not searched to its end is never empty', async () => {
	start(2310);
	const { results } = await search('nergens te vinden');

	expect(results).toHaveLength(1);
	expect(results[0].name).toMatch(/^Searched the first 2,000/);
});

test.each(['contact.get', 'contact.update'])(
	'the last line is no contact: %s with it is an error, and nothing is sent',
	async (operation) => {
		start(2310);
		const { results } = await search('nergens te vinden');
		world.clear();
		const { error } = await world.run('corlega', operation, {
			contactId: { __rl: true, mode: 'list', value: results[0].value },
			...(operation === 'contact.update' && { updateFields: { phone: '1' } }),
		});

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toContain('the search had stopped');
		expect(error?.description).toContain('By ID');
		expect(world.log('corlega')).toEqual([]);
	},
);

test('searches leave three quarters of the limit to others', async () => {
	start(6000);
	const { results, paginationToken } = await bounded({ pages: 100, time: 3_000 }, 'nergens');

	expect(world.log('corlega')).toHaveLength(30);
	expect(names({ results })).toEqual([
		'Searched the first 3,000 of 6,000 contacts. Type more, or choose By ID.',
	]);
	expect(paginationToken).toBe('31');
});

test('a service that stays silent is an error, not an empty list', async () => {
	start(100);
	world.sandbox.corlega.faults.push({ delay: 3_000 });

	await expect(bounded({ time: 100 }, 'x')).rejects.toThrow('has not answered within 0.1 s');
});

test('what came in time is shown, though the rest stays out', async () => {
	start(500);
	rename(7, { name: 'Zzq' });
	world.sandbox.corlega.faults.push({ delay: 9_000, skip: 2 });
	const { results } = await bounded({ time: 2_500, concurrency: 1 }, 'zzq');

	expect(names({ results })).toEqual([
		'Zzq',
		'Searched the first 200 of 500 contacts. Type more, or choose By ID.',
	]);
});

test('an error in the middle of the list is told, and the next search asks again', async () => {
	start(500);
	rename(450, { name: 'Zzq' });
	world.sandbox.corlega.faults.push({ status: 418, skip: 2 });

	await expect(search('zzq')).rejects.toThrow('HTTP 418');
	expect(names(await search('zzq'))).toHaveLength(1);
});

test('a contact without a name is told by what there is, one without an ID not at all', async () => {
	start(3);
	rename(0, { name: null, email: null });
	rename(1, { name: '  ', email: 'jan@voorbeeld.nl' });
	world.sandbox.corlega.contacts.change(rows()[2], { id: undefined });

	expect(names(await search())).toEqual([rows()[0].id, 'jan@voorbeeld.nl']);
});
