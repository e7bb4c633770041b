import type { INodeTypeDescription } from 'n8n-workflow';
import { nodesWorkflowId } from '../../../tools/n8n/content/showcase';
import { checkFields } from './checkFields';
import type { Editor } from '../../../tools/n8n/browser/editor';
import { type Choice, choicesIn, fieldsFor } from '../../../tools/n8n/browser/expected';
import { NodePanel } from '../../../tools/n8n/browser/nodePanel';

/** n8n adds Custom API Call, which leads to its HTTP Request node, where that has the credential. */
const namesOf = (choices: Choice[]): string[] => [
	...choices.map(({ name }) => name),
	'Custom API Call',
];

/** Checks that a node runs, and the fields of all its operations. @returns what was checked */
export async function checkNode(editor: Editor, node: INodeTypeDescription): Promise<string> {
	await editor.openWorkflow(nodesWorkflowId);
	const panel = await NodePanel.open(editor.page, node.displayName);
	await panel.execute();
	await editor.screenshot(`${node.name}-node`);

	const resources = choicesIn(node, 'resource');
	const operationsOf = ({ value }: Choice) => choicesIn(node, 'operation', { resource: value });
	const sizes = resources.map((resource) => operationsOf(resource).length);
	const largest = sizes.indexOf(Math.max(...sizes));
	const searched = new Set<string>();
	for (const [number, resource] of resources.entries()) {
		const resourceDropdown = panel.dropdown('resource');
		await resourceDropdown.holds(namesOf(resources), 'Resource');
		await resourceDropdown.choose(resource.name);
		const operations = operationsOf(resource);
		for (const [index, operation] of operations.entries()) {
			const dropdown = panel.dropdown('operation');
			await dropdown.holds(namesOf(operations), `Operation of ${resource.name}`);
			if (number === largest && index === 0) await editor.screenshot(`${node.name}-operations`);
			await dropdown.choose(operation.name);
			const values = { resource: resource.value, operation: operation.value };
			const what = `${node.displayName}: ${operation.name} of ${resource.name}`;
			const picture = async (name: string) => await editor.screenshot(`${node.name}-${name}`);
			await checkFields(panel, fieldsFor(node, values), what, searched, picture);
		}
	}
	const count = sizes.reduce((sum, size) => sum + size, 0);
	const lists = searched.size > 0 ? `, list search of ${[...searched].join(', ')}` : '';
	return `${resources.length} resources, ${count} operations${lists}`;
}
