import 'reflect-metadata';

import { ExecuteContext, LoadOptionsContext } from 'n8n-core';
import { createEmptyRunExecutionData, type INodeParameters } from 'n8n-workflow';
import { additionalDataFor } from './additionalData';
import { CredentialsHelper } from './credentialsHelper';
import { loneNode, type NodeSetup } from './workflow';

/** The context of a node that runs with one empty item. */
export function executeContext(setup: NodeSetup): ExecuteContext {
	const { workflow, node } = loneNode(setup);
	const input = { main: [[{ json: {} }]] };
	return new ExecuteContext(
		workflow,
		node,
		additionalDataFor(new CredentialsHelper(setup.credential)),
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		input,
		{ node, data: input, source: null },
		[],
	);
}

/** The context of a node whose dropdown is opened in the editor. */
export function loadOptionsContext(setup: NodeSetup): LoadOptionsContext {
	const { workflow, node } = loneNode(setup);
	const additionalData = additionalDataFor(new CredentialsHelper(setup.credential));
	// The other fields of the form.
	additionalData.currentNodeParameters = setup.parameters as INodeParameters;
	return new LoadOptionsContext(workflow, node, additionalData, '');
}
