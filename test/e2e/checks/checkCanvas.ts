import { expect } from '@playwright/test';
import { ourNodes } from '../../../tools/n8n/content/nodeTypes';
import { nodesWorkflowId } from '../../../tools/n8n/content/showcase';
import type { Editor } from '../../../tools/n8n/browser/editor';

/** Checks the nodes' icons on the canvas, in a theme. @returns what was checked */
export async function checkCanvas(editor: Editor, theme: 'light' | 'dark'): Promise<string> {
	await editor.setTheme(theme);
	await editor.openWorkflow(nodesWorkflowId);
	for (const { name: type, displayName: name } of ourNodes) {
		const node = editor.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
		const icon = node.locator('img').first();
		const file = `${type}${theme === 'dark' ? '.dark' : ''}.svg`;
		const ending = new RegExp(`/${file.replaceAll('.', '\\.')}$`);
		await expect(icon, `The icon of ${name}`).toHaveAttribute('src', ending);
		const width = async () =>
			await icon.evaluate((image) => Number(Reflect.get(image, 'naturalWidth')));
		await expect.poll(width, `The icon ${file} of ${name} is drawn`).toBeGreaterThan(0);
	}
	await editor.screenshot(`canvas-${theme}`);
	return `${ourNodes.length} nodes with their icons`;
}
