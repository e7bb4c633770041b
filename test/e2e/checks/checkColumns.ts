import { expect, type Locator } from '@playwright/test';
import type { Sandbox } from '../../../sandbox';
import type { Editor } from '../../../tools/n8n/browser/editor';
import type { Dropdown } from '../../../tools/n8n/browser/dropdown';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';
import { columnsWorkflowId, orderLines } from '../../../tools/n8n/content/showcase';

/** Lines of an invoice of the account, which the columns are found in. */
export function addLines({ corlega: { invoices } }: Sandbox): void {
	const [invoice] = invoices.values();
	const lines = [{ description: 'Uren', quantity: 2, price: 85.5 }];
	Object.assign(invoice, { reference: 'PO-1', lines });
}

/** Makes an invoice with three lines from three rows, as a person does. @returns the clicks it took */
export async function checkColumns(
	editor: Editor,
	sandbox: Sandbox,
	name: 'By Hand' | 'Automatically',
): Promise<string> {
	const { page } = editor;
	let [clicks, drags] = [0, 0];
	await editor.openWorkflow(columnsWorkflowId);
	const panel = await NodePanel.open(page, name);
	const drag = async (field: string, target: Locator) => {
		drags++;
		const from = page.getByTestId('ndv-input-panel').getByText(field, { exact: true }).first();
		await from.hover();
		await page.mouse.down();
		await target.hover();
		await target.hover();
		await page.mouse.up();
		await page.getByText('Parameters', { exact: true }).click();
		// The editor takes over a dropped value after a moment.
		await page.waitForTimeout(1000);
	};
	const choose = async (dropdown: Dropdown, choice: string) => {
		clicks += 2;
		await dropdown.open();
		await dropdown.choose(choice);
	};

	await choose(panel.dropdown('specifyBody'), 'Mapping Columns Below');
	await page.getByText('Lines: Description').first().waitFor();
	if (name === 'Automatically') await choose(panel.mappingMode, 'Map Automatically');
	else for (const field of Object.keys(orderLines[0])) await drag(field, panel.field(field));
	await choose(panel.addField(0), 'Combine Items By');
	await drag('reference', panel.field('combineBy'));
	sandbox.corlega.requests.length = 0;
	clicks++;
	await panel.execute();

	const bodies = sandbox.corlega.requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => body);
	const lines = orderLines.map((row) => ({
		description: row['lines.description'],
		quantity: row['lines.quantity'],
		price: row['lines.price'],
	}));
	expect(bodies).toEqual([{ reference: orderLines[0].reference, lines }]);
	await editor.screenshot(`corlega-columns-${name === 'By Hand' ? 'hand' : 'automatic'}`);
	return `${clicks} clicks and ${drags} drags for an invoice with ${lines.length} lines`;
}
