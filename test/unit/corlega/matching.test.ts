import type { IDataObject } from 'n8n-workflow';

import { ContactStore } from '../../../nodes/Corlega/actions/contact/contactStore';
import { KeyGroups } from '../../../nodes/Corlega/actions/contact/keyGroups';
import { matchKey } from '../../../nodes/Corlega/actions/contact/matchKey';
import { changesOf } from '../../../nodes/Corlega/actions/contact/upsertContact';

describe('what a value is matched by', () => {
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

	test.each([undefined, null, '', ' ', {}, [], true])('%j says nothing', (value) => {
		expect(matchKey('email', value)).toBeUndefined();
		expect(matchKey('kvkNumber', value)).toBeUndefined();
	});
});

describe('what would change', () => {
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
	])('%j is another than %j', (stored, sent) => {
		expect(changesOf({ x: stored } as IDataObject, { x: sent } as IDataObject)).toEqual({
			x: sent,
		});
	});

	test('a field is never mistaken for what every object has', () => {
		const body = JSON.parse('{ "__proto__": "", "constructor": "", "toString": "x" }') as object;
		expect(changesOf({}, { ...body })).toEqual({ toString: 'x' });
	});
});

describe('contacts by their keys', () => {
	test('a contact that is put again is found by what it has now', () => {
		const store = new ContactStore();
		store.put({ id: 1, email: 'a@b.nl', kvkNumber: '1' });
		store.put({ id: 2, email: 'A@b.nl' });
		store.put({ id: '1', email: 'c@d.nl' });

		expect(store.find('email a@b.nl').map(({ id }) => id)).toEqual([2]);
		expect(store.find('kvkNumber 1')).toEqual([]);
		expect(store.find('email c@d.nl')).toEqual([{ id: '1', email: 'c@d.nl' }]);
		store.remove('1');
		expect(store.find('email c@d.nl')).toEqual([]);
	});

	test.each([undefined, null, '', ' ', {}, [], ['1'], true])('an ID of %j is none', (id) => {
		expect(() => new ContactStore().put({ id })).toThrow('a contact that has no ID');
	});
});

describe('key groups', () => {
	const pause = async () => await new Promise((resolve) => setImmediate(resolve));

	test('tasks that share a key, also by way of another task, go in their order', async () => {
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

	test('tasks that came before two groups met are waited for', async () => {
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

	test('others go side by side, and one that fails lets the next go', async () => {
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
