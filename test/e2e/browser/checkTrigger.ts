import type { INodeTypeDescription } from 'n8n-workflow';
import { triggersWorkflowId } from '../content/showcase';
import { checkFields } from './checkFields';
import type { Editor } from './editor';
import { choicesIn, fieldsFor } from './expected';
import { NodePanel } from './nodePanel';

/**
 * Checks a trigger in the editor: it fetches a test event, and each of its events has the fields of
 * its description. Takes a picture of it.
 * @returns what was checked
 */
export async function checkTrigger(editor: Editor, node: INodeTypeDescription): Promise<string> {
	await editor.openWorkflow(triggersWorkflowId);
	const panel = await NodePanel.open(editor.page, node.displayName);
	await panel.execute();
	await editor.screenshot(node.name.replace(/Trigger$/, '-trigger'));

	const events = choicesIn(node, 'event');
	const searched = new Set<string>();
	for (const event of events) {
		const dropdown = panel.dropdown('event');
		await dropdown.holds(
			events.map(({ name }) => name),
			'Event',
		);
		await dropdown.choose(event.name);
		const what = `${node.displayName}: ${event.name}`;
		const picture = async (name: string) => await editor.screenshot(`${node.name}-${name}`);
		await checkFields(panel, fieldsFor(node, { event: event.value }), what, searched, picture);
	}
	return `${events.length} events`;
}
