import assert from 'node:assert/strict';
import { ourNodes } from '../content/nodeTypes';
import { nodesWorkflowId } from '../content/showcase';
import type { Editor } from './editor';

/**
 * Checks that the three nodes stand on the canvas with their icons, in a theme. Takes a picture.
 * @returns what was checked
 */
export async function checkCanvas(editor: Editor, theme: 'light' | 'dark'): Promise<string> {
	await editor.setTheme(theme);
	await editor.openWorkflow(nodesWorkflowId);
	for (const { name: type, displayName: name } of ourNodes) {
		const node = editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
		const icon = node.locator('img').first();
		const source = (await icon.getAttribute('src')) ?? '';
		const file = `${type}${theme === 'dark' ? '.dark' : ''}.svg`;
		assert.ok(source.endsWith(`/${file}`), `${name} has the icon ${source}, not ${file}`);
		const width = await icon.evaluate((image) => Number(Reflect.get(image, 'naturalWidth')));
		assert.ok(width > 0, `The icon ${file} of ${name} is not drawn`);
	}
	await editor.screenshot(`canvas-${theme}`);
	return 'three nodes with their icons';
}
