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
import { cor } from './cor.service';
import { credentialTest } from './credential';
import { listSearch } from './listSearch';

export class Cor implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'COR (OIN Register)',
		name: 'cor',
		icon: { light: 'file:../../icons/cor.svg', dark: 'file:../../icons/cor.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourcesSubtitle(resources),
		description:
			'Look up organisations and their OIN in the Dutch government register (Centrale OIN Raadpleegvoorziening)',
		defaults: { name: 'COR (OIN Register)' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'corApi', required: true, testedBy: 'corApiTest' }],
		properties: describeResources(cor, resources, 'organisation'),
	};

	methods = { listSearch, credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, cor, resources);
	}
}
