import type { IDataObject } from 'n8n-workflow';

import { ContactIndex } from '../../../nodes/Corlega/actions/contact/contactIndex';
import { KeyGroups } from '../../../nodes/shared/async/keyGroups';
import { matchKey } from '../../../nodes/Corlega/actions/contact/matchKey';
import { changesOf } from '../../../nodes/Corlega/actions/contact/upsertContact';

describe('match keys', () => {
	test.each([
		'12345678',
		12345678,
		12345678n,
		'12.345.678',
		'12 345 678',
		'1234-56‑78',
		'12−345678\u00ad',
	])('a KvK number: %p', (value) =>
		expect(matchKey('kvkNumber', value)).toBe('kvkNumber 12345678'),
	);

	test('a number without its leading zero is another number', () => {
		expect(matchKey('kvkNumber', 1234567)).not.toBe(matchKey('kvkNumber', '01234567'));
	});

	test.each(['a@b.nl', ' A@B.NL\t', '\ufeffa@b.nl', 'a@b\u200b.nl'])('an address: %j', (value) =>
		expect(matchKey('email', value)).toBe('email a@b.nl'),
	);

	test('dots and dashes of an address count', () => {
		expect(matchKey('email', 'j.an@b-c.nl')).toBe('email j.an@b-c.nl');
	});

	test('an address with another dash or apostrophe is another address', () => {
		expect(matchKey('email', 'jan–piet@x.nl')).not.toBe(matchKey('email', 'jan-piet@x.nl'));
		expect(matchKey('email', 'o’neil@x.nl')).not.toBe(matchKey('email', "o'neil@x.nl"));
	});

	test.each([undefined, null, '', ' ', {}, [], true])('%j has no key', (value) => {
		expect(matchKey('email', value)).toBeUndefined();
		expect(matchKey('kvkNumber', value)).toBeUndefined();
	});
});

describe('changes', () => {
	test.each<[unknown, unknown]>([
		['a', 'a'],
		[undefined, ''],
		[null, ''],
		['', ''],
		[
			{ a: 1, b: [{ c: 2, d: 3 }] },
			{ b: [{ d: 3, c: 2 }], a: 1 },
		],
		[0, 0],
		[false, false],
	])('%j is the same as %j', (stored, sent) => {
		expect(changesOf({ x: stored } as IDataObject, { x: sent } as IDataObject)).toEqual({});
	});

	test.each<[unknown, unknown]>([
		['a', 'A'],
		['a', 'a '],
		['5', 5],
		[0, ''],
		[false, ''],
		['a', ''],
		[
			[1, 2],
			[2, 1],
		],
		[undefined, 0],
		[{ a: null }, {}],
	])('%j differs from %j', (stored, sent) => {
		expect(changesOf({ x: stored } as IDataObject, { x: sent } as IDataObject)).toEqual({
			x: sent,
		});
	});

	test('a field is never mistaken for a property that every object has', () => {
		const body = JSON.parse('{ "__proto__": "", "constructor": "", "toString": "x" }') as object;
		expect(changesOf({}, { ...body })).toEqual({ toString: 'x' });
	});
});

describe('contacts by their keys', () => {
	test('a contact that is put again is found by its new values only', () => {
		const index = new ContactIndex();
		index.put({ id: 1, email: 'a@b.nl', kvkNumber: '1' });
		index.put({ id: 2, email: 'A@b.nl' });
		index.put({ id: '1', email: 'c@d.nl' });

		expect(index.having(['email a@b.nl']).map(({ id }) => id)).toEqual([2]);
		expect(index.having(['kvkNumber 1'])).toEqual([]);
		expect(index.having(['email c@d.nl'])).toEqual([{ id: '1', email: 'c@d.nl' }]);
		index.forget({ id: 1 });
		expect(index.having(['email c@d.nl'])).toEqual([]);
	});

	test.each([undefined, null, '', ' ', {}, [], ['1'], true])('%j is not an ID', (id) => {
		expect(() => new ContactIndex().put({ id })).toThrow('a contact that has no ID');
	});
});

describe('key groups', () => {
	const pause = async () => await new Promise((resolve) => setImmediate(resolve));

	test('tasks that share a key, also through another task, run in their order', async () => {
		const groups = new KeyGroups();
		const log: string[] = [];
		const task = (name: string) => async () => {
			log.push(`${name} starts`);
			await pause();
			log.push(`${name} ends`);
		};
		await Promise.all([
			groups.run(['a', 'b'], task('first')),
			groups.run(['a'], task('second')),
			groups.run(['b'], task('third')),
		]);

		expect(log).toEqual(
			['first', 'second', 'third'].flatMap((name) => [`${name} starts`, `${name} ends`]),
		);
	});

	test('a task that joins two groups waits for both', async () => {
		const groups = new KeyGroups();
		const log: string[] = [];
		let finish = () => {};
		const slow = groups.run(['b'], async () => {
			await new Promise<void>((resolve) => (finish = resolve));
			log.push('slow');
		});
		const both = groups.run(['a', 'b'], async () => void log.push('both'));
		const after = groups.run(['a'], async () => void log.push('after'));
		await pause();
		expect(log).toEqual([]);
		finish();
		await Promise.all([slow, both, after]);

		expect(log).toEqual(['slow', 'both', 'after']);
	});

	test('other tasks run side by side, and a failed one does not block the next', async () => {
		const groups = new KeyGroups();
		const log: string[] = [];
		const stuck = groups.run(['a'], async () => await new Promise(() => {}));
		await groups.run(['b'], async () => void log.push('b'));
		await expect(groups.run(['c'], () => Promise.reject(new Error('x')))).rejects.toThrow('x');
		await groups.run(['c'], async () => void log.push('c'));

		expect(log).toEqual(['b', 'c']);
		expect(stuck).toBeInstanceOf(Promise);
	});
});
