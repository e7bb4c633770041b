import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { loadPackage, sources } from '../../engine/packageTypes';

const { nodes, triggers, credentials } = loadPackage(sources);

/** The credentials of this package. */
export const ourCredentials: ICredentialType[] = Object.values(credentials);

/** The action nodes of this package. */
export const ourNodes: INodeTypeDescription[] = Object.values(nodes).map(
	({ description }) => description,
);

/** The trigger nodes of this package. */
export const ourTriggers: INodeTypeDescription[] = Object.values(triggers).map(
	({ description }) => description,
);
