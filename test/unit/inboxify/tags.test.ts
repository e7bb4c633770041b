import { readTags, requireTags } from '../../../nodes/Inboxify/tags';

test('tags as text with commas or as an array', () => {
	expect(readTags('Merk A, Merk B,,')).toEqual(['Merk A', 'Merk B']);
	expect(readTags(['Merk, A', ' Merk B '])).toEqual(['Merk, A', 'Merk B']);
	expect(readTags([])).toEqual([]);
	// What is left of an emoji that was stripped.
	expect(readTags(['A', '\ufe0f\u200d'])).toEqual(['A']);
	expect(() => readTags([{}])).toThrow('A tag must be text');
});

test('what is empty among tags is left out, and numbers are tags', () => {
	expect(readTags([null, 2026, undefined, ' ', 'VIP'])).toEqual(['2026', 'VIP']);
	expect(readTags(2026)).toEqual(['2026']);
	expect(readTags(null)).toEqual([]);
	expect(() => requireTags([null, ' '])).toThrow('Tags is empty');
	expect(() => requireTags(null)).toThrow('Tags is empty');
	expect(() => readTags([true])).toThrow('A tag must be text');
});

test('long text of tags is read at once, whatever it is made of', () => {
	for (const part of ['"', "'", ' ', ';', '" ;', '\\', "'a", '"",', '[']) {
		try {
			readTags(part.repeat(50_000));
		} catch (error) {
			expect(String(error)).toMatch(/A tag/);
		}
	}
});
