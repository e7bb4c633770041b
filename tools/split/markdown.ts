/** A piece of a document that is kept or dropped as a whole; of a table each row is. */
export interface Block {
	kind: 'heading' | 'code' | 'table' | 'item' | 'text' | 'blank';
	text: string;
	/** Of a heading, 1 for the title; otherwise 0. */
	level: number;
}

const ITEM = /^\s*([-*]|\d+\.) /;
const HEADING = /^(#{1,6}) /;

function kindOf(line: string): Block['kind'] {
	if (line.trim() === '') return 'blank';
	if (line.startsWith('```')) return 'code';
	if (HEADING.test(line)) return 'heading';
	if (line.startsWith('|')) return 'table';
	return ITEM.test(line) ? 'item' : 'text';
}

/** Whether a line continues the block before it. */
function continues(block: Block | undefined, line: string, kind: Block['kind']): boolean {
	if (block?.kind === 'code') return !/\n```\s*$/.test(block.text);
	if (kind === 'table') return block?.kind === 'table';
	if (kind !== 'text') return false;
	return block?.kind === 'text' || (block?.kind === 'item' && /^\s/.test(line));
}

/** Cuts a document into headings, paragraphs, list items, tables and blocks of code. */
export function blocksOf(markdown: string): Block[] {
	const blocks: Block[] = [];
	for (const line of markdown.trimEnd().split('\n')) {
		const last = blocks.at(-1);
		const kind = kindOf(line);
		if (last && continues(last, line, kind)) {
			last.text += `\n${line}`;
		} else {
			blocks.push({ kind, text: line, level: HEADING.exec(line)?.[1].length ?? 0 });
		}
	}
	return blocks;
}

/** Joins blocks, with at most one empty line between them. */
export const textOf = (blocks: Block[]): string =>
	`${blocks
		.map(({ text }) => text)
		.join('\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim()}\n`;

/** The blocks below a heading, up to the next of its level. @throws Error without the heading */
export function sectionOf(blocks: Block[], heading: string): Block[] {
	const start = blocks.findIndex(
		({ level, text }) => level > 0 && text.replace(HEADING, '') === heading,
	);
	if (start < 0) throw new Error(`There is no section "${heading}".`);
	const rest = blocks.slice(start + 1);
	const end = rest.findIndex(({ level }) => level > 0 && level <= blocks[start].level);
	return end < 0 ? rest : rest.slice(0, end);
}

/** A table with the wanted rows; none without its head or any row. */
function wantedRows(table: Block, isWanted: (text: string) => boolean): Block[] {
	const [head, rule, ...rows] = table.text.split('\n');
	const wanted = rows.filter(isWanted);
	if (!isWanted(head) || wanted.length === 0) return [];
	return [{ ...table, text: [head, rule, ...wanted].join('\n') }];
}

const withoutEmptySections = (blocks: Block[]): Block[] =>
	blocks.filter(({ level }, index) => {
		if (level === 0) return true;
		const next = blocks.slice(index + 1).find(({ kind }) => kind !== 'blank');
		return next !== undefined && (next.level === 0 || next.level > level);
	});

export function keepOnly(blocks: Block[], isWanted: (text: string) => boolean): Block[] {
	let droppedLevel = Infinity;
	const kept = blocks.flatMap((block) => {
		if (block.level > 0 && block.level <= droppedLevel) {
			droppedLevel = isWanted(block.text) ? Infinity : block.level;
		}
		if (droppedLevel < Infinity) return [];
		if (block.kind === 'table') return wantedRows(block, isWanted);
		return block.kind === 'blank' || isWanted(block.text) ? [block] : [];
	});
	return withoutEmptySections(kept);
}
