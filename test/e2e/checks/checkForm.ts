import { expect } from '@playwright/test';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';
import type { Form } from '../../../tools/n8n/content/forms';
import { formsWorkflowId } from '../../../tools/n8n/content/showcase';

/** Checks the texts in a filled-in form. @returns what was checked */
export async function checkForm(editor: Editor, form: Form): Promise<string> {
	const { name, picture, opened, isRun = false, texts } = form;
	await editor.openWorkflow(formsWorkflowId);
	const panel = await NodePanel.open(editor.page, name);
	if (isRun) await panel.execute();
	if (opened !== undefined) await panel.dropdown(opened).open();
	for (const text of texts) {
		const found = editor.page.getByText(text).filter({ visible: true }).first();
		await expect(found, `"${text}" of ${name}`).toBeVisible();
		await found.scrollIntoViewIfNeeded();
	}
	await editor.screenshot(picture);
	return texts.join('; ');
}
