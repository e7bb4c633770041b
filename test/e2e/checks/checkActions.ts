import { expect } from '@playwright/test';
import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { NodeCreator } from '../../../tools/n8n/browser/nodeCreator';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';
import { emptyWorkflowId } from '../../../tools/n8n/content/showcase';

const optionsOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options as INodePropertyOptions[];

const actionsOf = ({ properties }: INodeTypeDescription): string[] =>
	properties
		.filter(({ name }) => name === 'operation')
		.flatMap(optionsOf)
		.map(({ action = '' }) => action);

/** Checks the actions and triggers that the node panel offers. @returns what was checked */
export async function checkActions(
	editor: Editor,
	node: INodeTypeDescription,
	trigger: INodeTypeDescription,
): Promise<string> {
	const { page } = editor;
	await editor.openWorkflow(emptyWorkflowId);
	const events = optionsOf(trigger.properties.find(({ name }) => name === 'events')!);
	const actions = actionsOf(node);
	for (const { name } of events) {
		const creator = await NodeCreator.open(page);
		await creator.openNode(node.displayName);
		const offers = async (section: 'Actions' | 'Triggers', entries: string[]) =>
			await expect
				.poll(async () => await creator.offers(section), `${section} of ${node.displayName}`)
				.toEqual(entries);
		await offers('Actions', actions);
		const triggers = events.map((event) => `On ${event.name.toLowerCase()}`);
		await offers('Triggers', triggers);
		await creator.action(`On ${name.toLowerCase()}`).click();
		const panel = await NodePanel.shown(page);
		expect(await panel.chosen('events'), `Events of ${trigger.displayName}`).toEqual([name]);
		await panel.close();
		const added = page.locator(
			`[data-test-id="canvas-node"][data-node-name="${trigger.displayName}"]`,
		);
		// Only a list of events can be told here.
		await expect(added, `What stands below ${trigger.displayName}`).toContainText(name);
		await page.keyboard.press('Delete');
		await expect(added).toHaveCount(0);
	}
	return `${actions.length} actions, ${events.length} triggers`;
}
