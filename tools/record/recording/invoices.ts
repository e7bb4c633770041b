import { expect, type Page } from '@playwright/test';
import { NodeCreator } from '../../n8n/browser/nodeCreator';
import { NodePanel } from '../../n8n/browser/nodePanel';
import { Pointer } from './pointer';
import type { Recorder } from './recorder';

const WORD = 'factuur';

export async function recordInvoices(page: Page, recorder: Recorder): Promise<void> {
	const pointer = await Pointer.on(page, recorder);
	await recorder.show(700);
	await pointer.click(page.getByTestId('canvas-handle-plus'));
	const creator = await NodeCreator.shown(page);
	await recorder.show(500);
	for (const letter of WORD) {
		await page.keyboard.type(letter);
		await recorder.show(90);
	}
	await expect(creator.node('Corlega')).toBeInViewport();
	await recorder.show(900);
	await pointer.click(creator.node('Corlega'));
	const action = creator.action('Get many invoices');
	await action.waitFor();
	await recorder.show(1000);
	await pointer.click(action);
	const panel = await NodePanel.shown(page);
	await page.waitForLoadState('networkidle');
	await recorder.show(1200);
	await pointer.click(panel.runButton);
	await panel.hasRun();
	await recorder.show(800);
	await pointer.drag(panel.handle, -190);
	await recorder.show(3000);
	await panel.close();
	await recorder.show(2000);
}
