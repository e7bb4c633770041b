import { fillParts, withoutMarks } from '../../../tools/docs/parts';

const DOCUMENT = `# Title

By hand.

<!-- one -->
<!-- end -->

Between.

<!-- two -->

old

| a |

<!-- end -->
`;

const parts = new Map([
	['one', 'first'],
	['two', 'second\n\nof two'],
]);

describe('the generated parts of a document', () => {
	test('are put between their marks, and all else stays', () => {
		const filled = fillParts(DOCUMENT, parts);
		expect(filled).toBe(`# Title

By hand.

<!-- one -->

first

<!-- end -->

Between.

<!-- two -->

second

of two

<!-- end -->
`);
		expect(fillParts(filled, parts)).toBe(filled);
	});

	test.each([
		['lacks a part', DOCUMENT.replaceAll('two', 'one'), 'twice'],
		['lacks the place of a part', DOCUMENT.replace(/<!-- two[^]*/, ''), '<!-- two -->'],
		['has one that is not known', `${DOCUMENT}<!-- three -->\n<!-- end -->\n`, 'three'],
		['has one within another', DOCUMENT.replace('old', '<!-- three -->'), 'three'],
		['has one without an end', DOCUMENT.replace(/<!-- end -->\n$/, ''), 'two'],
		['has an end too many', `<!-- end -->\n${DOCUMENT}`, 'end'],
	])('are refused where a document %s', (_, document, reason) => {
		expect(() => fillParts(document, parts)).toThrow(reason);
	});

	test('leave no mark behind where a document goes elsewhere', () => {
		expect(withoutMarks(fillParts(DOCUMENT, parts))).not.toContain('<!--');
	});
});
