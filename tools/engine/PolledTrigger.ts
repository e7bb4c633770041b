import type { IDataObject } from 'n8n-workflow';
import { HostedTrigger } from './HostedTrigger';
import { credentialTypes, triggerTypes } from './types';
import type { NodeName } from './world';

/** The trigger of a service, in an activated workflow, polled when a test says so. */
export class PolledTrigger extends HostedTrigger {
	/** @param budget milliseconds that n8n gives a poll */
	constructor(name: NodeName, parameters: IDataObject, data: IDataObject, budget?: number) {
		const nodeType = triggerTypes[`${name}Trigger`];
		const [{ name: type }] = nodeType.description.credentials!;
		super({ nodeType, parameters, credential: { type: credentialTypes[type], data } }, budget);
	}
}
