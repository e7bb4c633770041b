import type { IDataObject } from 'n8n-workflow';
import type { CorAccess, CorlegaAccess, InboxifyAccess } from '../sandbox/access';
import type { EngineJob } from './engine';

/** A credential, as a node is given it. */
export type Credential = Pick<EngineJob, 'credentialType' | 'credentials'>;

export const corlegaCredential = (access: CorlegaAccess): Credential => ({
	credentialType: 'corlegaApi',
	credentials: { ...access },
});

export const inboxifyCredential = (access: InboxifyAccess): Credential => ({
	credentialType: 'inboxifyApi',
	credentials: { authentication: 'signature', ...access },
});

export const corCredential = (access: CorAccess): Credential => ({
	credentialType: 'corApi',
	credentials: {
		environment: 'custom',
		apiVersion: '1.1',
		certificateFormat: 'pem',
		...access,
	} satisfies IDataObject,
});
