import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';
import { CorApi } from '../../../credentials/CorApi.credentials';
import { CorlegaApi } from '../../../credentials/CorlegaApi.credentials';
import { InboxifyApi } from '../../../credentials/InboxifyApi.credentials';
// With .js at the end: without it the codex file, Cor.node.json, would be found first.
import { Cor } from '../../../nodes/Cor/Cor.node.js';
import { CorTrigger } from '../../../nodes/Cor/CorTrigger.node.js';
import { Corlega } from '../../../nodes/Corlega/Corlega.node.js';
import { CorlegaTrigger } from '../../../nodes/Corlega/CorlegaTrigger.node.js';
import { Inboxify } from '../../../nodes/Inboxify/Inboxify.node.js';
import { InboxifyTrigger } from '../../../nodes/Inboxify/InboxifyTrigger.node.js';

/** The credentials of this package. */
export const ourCredentials: ICredentialType[] = [
	new CorlegaApi(),
	new InboxifyApi(),
	new CorApi(),
];

/** The action nodes of this package. */
export const ourNodes: INodeTypeDescription[] = [
	new Corlega().description,
	new Inboxify().description,
	new Cor().description,
];

/** The trigger nodes of this package. */
export const ourTriggers: INodeTypeDescription[] = [
	new CorlegaTrigger().description,
	new InboxifyTrigger().description,
	new CorTrigger().description,
];
