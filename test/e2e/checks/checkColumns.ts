import { expect, type Locator } from '@playwright/test';
import type { Sandbox } from '../../../sandbox';
import type { Editor } from '../../../tools/n8n/browser/editor';
import type { Dropdown } from '../../../tools/n8n/browser/dropdown';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';
import { columnsWorkflowId, orderLines } from '../../../tools/n8n/content/showcase';

/** The columns that are mapped by hand, each with the field of the input that is dragged to it. */
const MAPPED = [
	['reference', 'order'],
	['lines.description', 'description'],
	['lines.quantity', 'quantity'],
	['lines.price', 'price'],
];

/** An invoice of the account, which the columns are found in. */
export function addInvoiceWithLines({ corlega: { invoices } }: Sandbox): void {
	const lines = [{ description: 'Uren', quantity: 2, price: 85.5 }];
	const invoice = { id: 'met-regels', number: 'F-1', reference: 'PO-1', lines };
	invoices.set(invoice.id, invoice as never);
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
	};
	const choose = async (dropdown: Dropdown, choice: string) => {
		clicks += 2;
		await dropdown.open();
		await dropdown.choose(choice);
	};

	await choose(panel.dropdown('specifyBody'), 'Mapping Columns Below');
	await page.getByText('Lines: Description').first().waitFor();
	if (name === 'Automatically') await choose(panel.mappingMode, 'Map Automatically');
	else for (const [column, field] of MAPPED) await drag(field, panel.field(`value["${column}"]`));
	await choose(panel.addField(0), 'Combine Items By');
	await drag(name === 'By Hand' ? 'order' : 'reference', panel.field('combineBy'));
	sandbox.corlega.requests.length = 0;
	clicks++;
	await panel.execute();

	const bodies = sandbox.corlega.requests
		.filter(({ method }) => method === 'POST')
		.map(({ body }) => body);
	const lines = orderLines.map(({ order, ...line }) => line);
	expect(bodies).toEqual([{ reference: orderLines[0].order, lines }]);
	await editor.screenshot(`corlega-columns-${name === 'By Hand' ? 'hand' : 'automatic'}`);
	return `${clicks} clicks and ${drags} drags for an invoice with ${lines.length} lines`;
}
