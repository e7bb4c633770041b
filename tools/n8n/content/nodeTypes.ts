import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { credentialTypes, nodeTypes, triggerTypes } from '../../engine/types';

export const ourCredentials: ICredentialType[] = Object.values(credentialTypes);

export const ourNodes: INodeTypeDescription[] = Object.values(nodeTypes).map(
	({ description }) => description,
);

export const ourTriggers: INodeTypeDescription[] = Object.values(triggerTypes).map(
	({ description }) => description,
);
