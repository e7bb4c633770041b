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
import { credentialTest } from './credential';
import { pelikaan } from './pelikaan.service';

export class Pelikaan implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Pelikaan',
		name: 'pelikaan',
		icon: { light: 'file:pelikaan.svg', dark: 'file:pelikaan.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourcesSubtitle(resources),
		description: 'Get parcels from Pelikaan',
		defaults: { name: 'Pelikaan' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'pelikaanApi', required: true, testedBy: 'pelikaanApiTest' }],
		properties: describeResources(pelikaan, resources, 'parcel'),
	};

	methods = { credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, pelikaan, resources);
	}
}
