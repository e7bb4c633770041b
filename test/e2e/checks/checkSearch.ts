import { expect } from '@playwright/test';
import { searchWords } from '../../searchWords';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { NodeCreator } from '../../../tools/n8n/browser/nodeCreator';
import { ourNodes } from '../../../tools/n8n/content/nodeTypes';
import { emptyWorkflowId } from '../../../tools/n8n/content/showcase';

/** Results that the panel shows without scrolling, on a small screen. */
const SHOWN = 8;

/** Checks that the panel finds the nodes by each of the words. @returns what was checked */
export async function checkSearch(editor: Editor): Promise<string> {
	await editor.openWorkflow(emptyWorkflowId);
	const creator = await NodeCreator.open(editor.page);
	const lowest = { place: 0, word: '' };
	for (const [word, services] of searchWords) {
		const found = await creator.search(word);
		for (const service of services) {
			const { displayName } = ourNodes.find(({ name }) => name === service)!;
			expect(found.slice(0, SHOWN), `What is found first for "${word}"`).toContain(displayName);
			await expect(creator.node(displayName), `${displayName} for "${word}"`).toBeInViewport();
			const place = found.indexOf(displayName) + 1;
			if (place > lowest.place) Object.assign(lowest, { place, word });
		}
	}
	await creator.search('factuur');
	await editor.screenshot('panel-search');
	return `${searchWords.length} words; the lowest place is ${lowest.place}, for "${lowest.word}"`;
}
