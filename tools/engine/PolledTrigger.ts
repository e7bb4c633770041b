import type { IDataObject } from 'n8n-workflow';
import { HostedTrigger } from './HostedTrigger';
import { credentialTypes, triggerTypes } from './types';
import type { NodeName } from './world';

export class PolledTrigger extends HostedTrigger {
	constructor(name: NodeName, parameters: IDataObject, data: IDataObject, budget?: number) {
		const nodeType = triggerTypes[`${name}Trigger`];
		const [{ name: type }] = nodeType.description.credentials!;
		super({ nodeType, parameters, credential: { type: credentialTypes[type], data } }, budget);
	}
}
