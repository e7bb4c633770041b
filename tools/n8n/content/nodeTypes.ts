import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { loadPackage, sources } from '../../engine/packageTypes';

const { nodes, triggers, credentials } = loadPackage(sources);

export const ourCredentials: ICredentialType[] = Object.values(credentials);

export const ourNodes: INodeTypeDescription[] = Object.values(nodes).map(
	({ description }) => description,
);

export const ourTriggers: INodeTypeDescription[] = Object.values(triggers).map(
	({ description }) => description,
);
