import type { IDataObject, INodeType } from 'n8n-workflow';

import { loneNode } from '../../tools/engine/workflow';
import { credentialTypes, nodeTypes, triggerTypes } from '../../tools/engine/types';

/** What the canvas shows below a node with these parameters, as n8n's editor reads it. */
function subtitleOf(nodeType: INodeType, parameters: IDataObject): unknown {
	const [{ name }] = nodeType.description.credentials!;
	const credential = { type: credentialTypes[name], data: {} };
	const { workflow, node } = loneNode({ nodeType, parameters, credential });
	const { subtitle } = nodeType.description;
	return workflow.expression.getSimpleParameterValue(node, subtitle!, 'internal', {});
}

/** The resources of a node, and per resource its operations, as the dropdowns have them. */
function choicesOf({ description: { properties } }: INodeType) {
	const named = (options: (typeof properties)[number]['options'] = []) =>
		options.map((option) => ({
			name: 'name' in option ? option.name : '',
			value: 'value' in option ? option.value : '',
		}));
	const resources = named(properties.find(({ name }) => name === 'resource')?.options);
	return resources.flatMap((resource) => {
		const operation = properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource.value),
		);
		return named(operation?.options).map((each) => ({ resource, operation: each }));
	});
}

test.each(Object.keys(nodeTypes) as Array<keyof typeof nodeTypes>)(
	'below %s stands what the dropdowns say',
	(name) => {
		for (const { resource, operation } of choicesOf(nodeTypes[name])) {
			const parameters = { resource: resource.value, operation: operation.value };
			expect(subtitleOf(nodeTypes[name], parameters)).toBe(`${operation.name}: ${resource.name}`);
		}
	},
);

test('below a node without parameters stands what n8n fills in', () => {
	expect(subtitleOf(nodeTypes.corlega, {})).toBe('Get Many: Contact');
});

test('below a trigger stand its events', () => {
	const events = ['contactCreated', 'invoiceStatusChanged'];
	expect(subtitleOf(triggerTypes.corlegaTrigger, { events })).toBe(
		'Contact Created, Invoice Status Changed',
	);
	expect(subtitleOf(triggerTypes.inboxifyTrigger, {})).toBe('Contact Added');
	expect(subtitleOf(triggerTypes.corTrigger, {})).toBe('Organisation Changed');
});
