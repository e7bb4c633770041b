import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { World } from '../../../tools/engine/world';
import { searchList } from '../editor';

const world = new World();

/** Starts with so many contacts, at a new address, of which no page is cached. */
const start = async (contacts: number) => await world.start({ corlega: { contacts } });

afterEach(async () => await world.sandbox.close());

/** Searches as the editor does. */
const search = async (filter?: string, token?: string) =>
	await searchList(world.setup('corlega'), 'searchContacts', filter, token);

/** Gives searches less time than 8 seconds. */
function allow(milliseconds: number): void {
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	jest
		.spyOn(AbortSignal, 'timeout')
		.mockImplementation((time) => timeout(time === 8_000 ? milliseconds : time));
}

afterEach(() => jest.restoreAllMocks());

const TOO_SLOW = 'Corlega could not be searched within 8 s';

const rows = () => [...world.sandbox.corlega.contacts.values()];
const rename = (index: number, fields: IDataObject) =>
	world.sandbox.corlega.contacts.change(rows()[index], fields);
const pagesRead = () => world.sandbox.corlega.requests.map(({ query }) => Number(query.page));
const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

test('a search shows all 9 contacts with a name, wherever in the list they are', async () => {
	await start(1205);
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

test('the next keystrokes use the pages already read', async () => {
	await start(1205);
	rename(1204, { name: 'Zzq' });
	for (const typed of ['z', 'zz', 'zzq']) await search(typed);

	expect(names(await search('zzq'))).toEqual([expect.stringMatching(/^Zzq - /)]);
	expect(pagesRead().sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
});

test('whoever opens the list sees it as it is now', async () => {
	await start(30);
	await search('x');
	rename(0, { name: 'Zojuist Hernoemd' });

	expect(names(await search())[0]).toMatch(/^Zojuist Hernoemd/);
	expect(names(await search('zojuist'))).toHaveLength(1);
	expect(world.log('corlega')).toHaveLength(2);
});

test('a full list continues from the next page', async () => {
	await start(1205);
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

test('a search that runs out of time shows its matches, and scrolling on shows the others', async () => {
	await start(2310);
	rename(5, { name: 'Zzq vooraan' });
	rename(2305, { name: 'Zzq achteraan' });
	world.sandbox.corlega.faults.push({ delay: 1_000, skip: 20 });
	allow(600);
	const found = await search('zzq');

	expect(names(found)).toEqual([expect.stringMatching(/^Zzq vooraan/)]);
	jest.restoreAllMocks();
	const more = await search('zzq', found.paginationToken as string);
	expect(names(more)).toEqual([expect.stringMatching(/^Zzq achteraan/)]);
	expect(more.paginationToken).toBeUndefined();
});

test('a search that finds nothing in time is an error, and goes on a minute later', async () => {
	await start(3500);
	rename(3450, { name: 'Zzq' });
	allow(1_500);

	await expect(search('zzq')).rejects.toMatchObject({
		message: TOO_SLOW,
		description: expect.stringContaining('Type more, choose another way than From List'),
	});
	const now = performance.now.bind(performance);
	jest.spyOn(performance, 'now').mockImplementation(() => now() + 61_000);
	expect(names(await search('zzq'))).toEqual([expect.stringMatching(/^Zzq/)]);
	expect(pagesRead()).toHaveLength(35);
});

test('searches leave three quarters of the limit to others', async () => {
	await start(6000);
	allow(3_000);

	await expect(search('nergens')).rejects.toThrow(TOO_SLOW);
	expect(world.log('corlega')).toHaveLength(30);
});

test('a service that stays silent is an error, not an empty list', async () => {
	await start(100);
	world.sandbox.corlega.faults.push({ delay: 3_000 });
	allow(100);

	await expect(search('x')).rejects.toThrow(TOO_SLOW);
});

test('an error in the middle of the list is reported, and the next search requests the page again', async () => {
	await start(500);
	rename(450, { name: 'Zzq' });
	world.sandbox.corlega.faults.push({ status: 418, skip: 2 });

	await expect(search('zzq')).rejects.toThrow('HTTP 418');
	expect(names(await search('zzq'))).toHaveLength(1);
});

test('a contact without a name is shown by what it has, one without an ID is left out', async () => {
	await start(3);
	rename(0, { name: null, email: null });
	rename(1, { name: '  ', email: 'jan@voorbeeld.nl' });
	world.sandbox.corlega.contacts.change(rows()[2], { id: undefined });

	expect(names(await search())).toEqual([rows()[0].id, 'jan@voorbeeld.nl']);
});
