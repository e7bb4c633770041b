import type { IDataObject } from 'n8n-workflow';

import { nodeTypes } from '../../../tools/engine/types';
import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ cor: { organisations: 40 } });

/** All changed long ago; a test dates those that matter to it. */
beforeEach(() => {
	for (const organisation of world.sandbox.cor.organisations) {
		organisation.laatstAangepastDatum = '2015-01-31T23:00:00Z';
	}
});

/** Dates organisations as the register writes it, and lets it know of a change then. */
function date(dates: Array<string | null | undefined>, lastChange: string): string[] {
	const { cor } = world.sandbox;
	cor.lastChange = new Date(lastChange);
	return dates.map((changed, index) => {
		const organisation = cor.organisations[index * 5];
		Object.assign(organisation, { laatstAangepastDatum: changed });
		return organisation.oin;
	});
}

const changedSince = async (since: unknown, parameters: IDataObject = {}) => {
	const { json, error } = await world.run('cor', 'organisation.getChanged', {
		since,
		...parameters,
	} as IDataObject);
	expect(error).toBeUndefined();
	return json.map(({ oin }) => oin);
};

// The Dutch 26, 27 and 28 May 2016.
const MAY = ['2016-05-25T22:00:00Z', '2016-05-26T22:00:00Z', '2016-05-27T22:00:00Z'];

test.each<[what: string, since: string]>([
	['the date of a record of that day', '2016-05-26T22:00:00Z'],
	['the day', '2016-05-27'],
	['its morning', '2016-05-27T06:00:00Z'],
	['its last second', '2016-05-27T21:59:59Z'],
	['a time with an offset', '2016-05-27T23:30:00+02:00'],
	['midnight far to the west', '2016-05-27T00:00:00-09:00'],
	["n8n's $now of that day", '={{ DateTime.fromISO("2016-05-27T12:00:00Z") }}'],
	['a JavaScript date', '={{ new Date("2016-05-27T12:00:00Z") }}'],
])('the whole Dutch day of Since counts, given as %s', async (_, since) => {
	const [, second, third] = date(MAY, '2016-05-28T10:00:00Z');

	expect(await changedSince(since)).toEqual([second, third]);
});

// Clocks go forward on 29 March 2026, a day of 23 hours, and back on 25 October, a day of 25 hours.
const MARCH = ['2026-03-27T23:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'];
const OCTOBER = ['2026-10-23T22:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'];

test.each<[since: string, dates: string[]]>([
	['2026-03-29', MARCH],
	['2026-03-29T21:59:59Z', MARCH],
	['2026-10-25', OCTOBER],
	['2026-10-25T22:59:59Z', OCTOBER],
])('the days on which clocks change are whole days: since %s', async (since, dates) => {
	const [, second, third] = date(dates, '2026-11-01T10:00:00Z');

	expect(await changedSince(since)).toEqual([second, third]);
});

test('what changes later on a day that was read comes with the date of the last item', async () => {
	const { cor } = world.sandbox;
	const [a, b, c] = cor.organisations.map(({ oin }) => oin);
	cor.change(a, { naam: 'A' }, new Date('2026-11-02T08:00:00Z'));
	const { json: first } = await world.run('cor', 'organisation.getChanged', {
		since: '2026-11-01',
	});
	cor.change(b, { naam: 'B' }, new Date('2026-11-02T15:00:00Z'));
	cor.change(c, { naam: 'C' }, new Date('2026-11-03T09:00:00Z'));
	const since = first.at(-1)?.laatstAangepastDatum;

	expect(first.map(({ naam }) => naam)).toEqual(['A']);
	// The last day comes again, so that nothing of it is missed.
	expect(await changedSince(since)).toEqual([a, b, c]);
});

describe('pages are fetched only where the register changed on that day or later', () => {
	test.each<[since: string, lastChange: string, pages: number]>([
		['2026-11-02', '2026-11-01T22:59:59Z', 0],
		['2026-11-02', '2026-11-01T23:00:00Z', 2],
		['2026-11-02T15:00:00Z', '2026-11-02T14:00:00Z', 2],
		['2026-11-02T23:00:00Z', '2026-11-02T22:59:59Z', 0],
		['2026-07-01T00:00:00Z', '2026-06-30T21:59:59Z', 0],
		['2026-07-01T00:00:00Z', '2026-06-30T22:00:00Z', 2],
	])('since %s, last change %s', async (since, lastChange, pages) => {
		date([], lastChange);
		await changedSince(since);

		expect(world.log('cor')).toEqual([
			'GET /laatsteWijziging',
			...Array<string>(pages).fill('GET /organisaties'),
		]);
	});
});

test('organisations whose date is missing or unreadable come along, before the others', async () => {
	const dates = ['2016-05-26T22:00:00Z', null, undefined, 'onbekend', '', '2016-05-27'];
	const [first, ...others] = date(dates, '2016-05-28T10:00:00Z');
	const last = others.pop();

	expect(await changedSince('2016-05-27')).toEqual([...others, first, last]);
});

test('an unreadable answer about the last change is an error, and no list is read', async () => {
	world.sandbox.cor.faults.push({ rawBody: '<html>Welkom</html>' });
	const { error } = await world.run('cor', 'organisation.getChanged', { since: '2026-01-01' });

	expect(error?.message).toMatch(
		/^COR returned an unexpected response instead of the date and time/,
	);
	expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
});

test.each([
	'={{ "gisteren" }}',
	'={{ "" }}',
	'= {{ $json.missing }}',
	'={{ null }}',
	'={{ $json.missing }}',
])('since %s, which is no date, is an error before a request is sent', async (since) => {
	const { error } = await world.run('cor', 'organisation.getChanged', { since });

	expect(error?.message).toMatch(/^Since must be a date and time like/);
	expect(world.log('cor')).toEqual([]);
});

test('the field says that its day comes again', () => {
	const { description } = nodeTypes.cor.description.properties.find(
		({ name }) => name === 'since',
	)!;

	expect(description).toMatch(/that day then comes again/);
});
