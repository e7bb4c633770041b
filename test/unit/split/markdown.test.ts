import { blocksOf, keepOnly, sectionOf, textOf } from '../../../tools/split/markdown';

const DOCUMENT = `# Title

A paragraph
of two lines about apples.

## Fruit

- apples, which
  are red
- pears

| fruit | colour |
| --- | --- |
| apple | red |
| pear | green |

### Apples only

Said once.

## Code

\`\`\`sh
# no heading
| no | table |

apples
\`\`\`
`;

const without = (word: string) =>
	textOf(keepOnly(blocksOf(DOCUMENT), (text) => !text.toLowerCase().includes(word)));

describe('a document in blocks', () => {
	test('is the same when it is put together again', () => {
		expect(textOf(blocksOf(DOCUMENT))).toBe(DOCUMENT);
	});

	test('loses paragraphs, items, rows, code and whole sections, each with all its lines', () => {
		expect(without('apple')).toBe(`# Title

## Fruit

- pears

| fruit | colour |
| --- | --- |
| pear | green |
`);
	});

	test('loses a table with its head or its last row', () => {
		expect(without('colour')).not.toContain('|  |');
		expect(without('colour')).not.toContain('| pear');
		expect(without('| ')).not.toContain('| fruit');
	});

	test('has sections, up to the next heading of the same level', () => {
		const section = textOf(sectionOf(blocksOf(DOCUMENT), 'Fruit'));
		expect(section).toMatch(/^- apples/);
		expect(section).toContain('### Apples only\n\nSaid once.');
		expect(section).not.toContain('Code');
		expect(() => sectionOf(blocksOf(DOCUMENT), 'no heading')).toThrow('no section "no heading"');
	});
});
