import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { describeResources, resourcesSubtitle } from '../shared/node/description/describe';
import { runOperation } from '../shared/node/runOperation';
import { resources } from './actions';
import { loadOptions, resourceMapping } from './actions/contact/contact.fields';
import { inboxify } from './inboxify.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';

export class Inboxify implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inboxify',
		name: 'inboxify',
		icon: { light: 'file:../../icons/inboxify.svg', dark: 'file:../../icons/inboxify.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourcesSubtitle(resources),
		description: 'Manage newsletter contacts, tags and lists in Inboxify',
		defaults: { name: 'Inboxify' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'inboxifyApi', required: true, testedBy: 'inboxifyApiTest' }],
		properties: describeResources(inboxify, resources, 'contact'),
	};

	methods = { listSearch, loadOptions, resourceMapping, credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, inboxify, resources);
	}
}
