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
import { loadOptions } from './actions/organization/organization.fields';
import { fieldOptions, resourceMapping } from './columns';
import { corlega } from './corlega.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';

export class Corlega implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Corlega',
		name: 'corlega',
		icon: { light: 'file:../../icons/corlega.svg', dark: 'file:../../icons/corlega.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourcesSubtitle(resources),
		description: 'Work with contacts, quotes and invoices in Corlega',
		defaults: { name: 'Corlega' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corlegaApi', required: true, testedBy: 'corlegaApiTest' }],
		properties: describeResources(corlega, resources, 'contact'),
	};

	methods = {
		listSearch,
		loadOptions: { ...loadOptions, ...fieldOptions },
		resourceMapping,
		credentialTest,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, corlega, resources);
	}
}
