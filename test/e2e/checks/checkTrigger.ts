import type { INodeTypeDescription } from 'n8n-workflow';
import { triggersWorkflowId } from '../../../tools/n8n/content/showcase';
import { type NodeServiceName, services } from '../../../tools/services';
import { checkFields } from './checkFields';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { choicesIn, fieldsFor } from '../../../tools/n8n/browser/expected';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';

/** Checks that a trigger fetches samples, and its events and fields. @returns what was checked */
export async function checkTrigger(editor: Editor, node: INodeTypeDescription): Promise<string> {
	await editor.openWorkflow(triggersWorkflowId);
	const panel = await NodePanel.open(editor.page, node.displayName);
	await panel.execute();
	await panel.hints('samples');

	const events = choicesIn(node, 'events');
	const { default: first } = node.properties.find(({ name }) => name === 'events')!;
	const service = node.name.replace(/Trigger$/, '') as NodeServiceName;
	// The workflow may have others than the node's default.
	const chosen = (services[service].trigger?.events ?? first) as string[];
	const dropdown = panel.dropdown('events');
	await dropdown.holds(
		events.map(({ name }) => name),
		'Events',
	);
	for (const { name, value } of events) {
		if (!chosen.includes(value)) await dropdown.add(name);
	}
	await dropdown.close();
	await editor.screenshot(node.name.replace(/Trigger$/, '-trigger'));
	const picture = async (name: string) => await editor.screenshot(`${node.name}-${name}`);
	const fields = fieldsFor(node, { events: events.map(({ value }) => value) });
	await checkFields(panel, fields, node.displayName, new Set(), picture);
	return `${events.length} events, samples`;
}
