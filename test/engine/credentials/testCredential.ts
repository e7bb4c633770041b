import { CredentialTestContext } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type ICredentialTestFunction,
	type IDataObject,
	type INode,
	type INodeCredentialTestResult,
	type INodeType,
	NodeHelpers,
} from 'n8n-workflow';

import { credentialTypes, nodeTypes, triggerTypes } from '../../../tools/engine/types';

/** What n8n says of a good credential. */
export const OK: INodeCredentialTestResult = { status: 'OK', message: 'Connection successful!' };

/** Nodes that use a credential, each with the name of its test. */
export function testersOf(name: string): Array<{ node: INodeType; testedBy: unknown }> {
	return [...Object.values(nodeTypes), ...Object.values(triggerTypes)].flatMap((node) =>
		(node.description.credentials ?? [])
			.filter((credential) => credential.name === name)
			.map(({ testedBy }) => ({ node, testedBy })),
	);
}

/** Finds the test of a credential as n8n's credentials tester does, from 1.123 to 2.41. */
function testOf(name: string): ICredentialTestFunction {
	// A declared test goes before the function of a node, and its rules depend on the version.
	if (credentialTypes[name].test) throw new Error(`${name} has a declared test`);
	for (const { node, testedBy } of testersOf(name)) {
		const found =
			typeof testedBy === 'string' ? node.methods?.credentialTest?.[testedBy] : undefined;
		if (found) return found;
	}
	throw new Error('No testing function found for this credential.');
}

/**
 * Tests a credential the way n8n does: with the defaults of its fields filled in, in a context that
 * has n8n's older request helper and nothing else.
 */
export async function testCredential(
	name: string,
	data: IDataObject,
): Promise<INodeCredentialTestResult> {
	const { properties } = credentialTypes[name];
	const filled = NodeHelpers.getNodeParameters(
		properties,
		data as INode['parameters'],
		true,
		false,
		null,
		null,
	);
	const credential = { id: '1', name: 'Test', type: name };
	const context = new CredentialTestContext();
	return await testOf(name).call(context, {
		...credential,
		data: filled as ICredentialDataDecryptedObject,
	});
}
