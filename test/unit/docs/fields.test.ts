import type { INodeProperties } from 'n8n-workflow';
import { fieldsOf } from '../../../tools/docs/fields';
import { languages } from '../../../tools/docs/language';
import { fieldTable } from '../../../tools/docs/table';

const [english] = languages;

const property = (fields: Partial<INodeProperties>): INodeProperties => ({
	displayName: 'Field',
	name: 'field',
	type: 'string',
	default: '',
	...fields,
});

const rowsOf = (...properties: INodeProperties[]) =>
	fieldTable(fieldsOf(properties), english).split('\n').slice(2);

describe('a table of fields', () => {
	test('has a row for each field of a collection, named with the collection', () => {
		const inner = property({ displayName: 'Name', description: 'What it is called' });
		const group = { displayName: 'Entry', name: 'entry', values: [inner] };
		const pairs = property({ displayName: 'Pairs', type: 'fixedCollection', options: [group] });
		const outer = property({ displayName: 'More', type: 'collection', options: [pairs] });
		expect(rowsOf(outer)).toEqual([
			'| More > Pairs |  | any number of entries |  |  |',
			'| More > Pairs > Name |  | text |  | What it is called |',
		]);
	});

	test('says what can be chosen, what is chosen at first, and on what a field depends', () => {
		const choice = property({
			displayName: 'How',
			name: 'how',
			type: 'options',
			options: [
				{ name: 'By Hand', value: 'hand', description: 'Slowly' },
				{ name: 'By Machine', value: 'machine' },
			],
			default: 'machine',
		});
		const displayOptions = { show: { resource: ['x'], how: ['hand'] } };
		const dependent = property({ displayName: 'Who', displayOptions, description: 'A name' });
		expect(rowsOf(choice, dependent)).toEqual([
			'| How |  | one of: *By Hand* (Slowly), *By Machine* | By Machine |  |',
			'| Who |  | text |  | A name. Only if *How* is *By Hand*. |',
		]);
	});

	test.each<[Partial<INodeProperties>, string]>([
		[{ type: 'boolean', default: true }, '| Field |  | on or off | on |  |'],
		[{ type: 'number', default: 5 }, '| Field |  | number | 5 |  |'],
		[
			{ type: 'number', typeOptions: { minValue: 1, maxValue: 9 }, default: 5 },
			'| Field |  | number, 1 to 9 | 5 |  |',
		],
		[{ required: true, placeholder: 'e.g. a|b' }, '| Field | yes | text, e.g. `a\\|b` |  |  |'],
		[{ typeOptions: { password: true } }, '| Field |  | text, hidden |  |  |'],
		[{ type: 'dateTime' }, '| Field |  | date and time |  |  |'],
		[
			{ type: 'resourceLocator', modes: [{ displayName: 'By ID', name: 'id', type: 'string' }] },
			'| Field |  | one of: *By ID* |  |  |',
		],
		[{ default: 'x', description: 'a | b\nc' }, '| Field |  | text | `x` | a \\| b c |'],
	])('shows %j', (fields, row) => {
		expect(rowsOf(property(fields))).toEqual([row]);
	});

	test('names no choices of a list that the editor loads', () => {
		const typeOptions = { loadOptionsMethod: 'getCountries' };
		const [row] = rowsOf(property({ type: 'options', typeOptions, default: 'NLD' }));
		expect(row).toBe('| Field |  | one from the list | NLD |  |');
	});

	test('has no row for what is no field', () => {
		expect(rowsOf(property({ type: 'notice' }))).toEqual([]);
	});

	test('is refused where a field has a type without words, or depends on none that is there', () => {
		expect(() => rowsOf(property({ type: 'color' }))).toThrow('color');
		const displayOptions = { show: { other: ['a'] } };
		expect(() => rowsOf(property({ displayOptions }))).toThrow('other');
	});
});
