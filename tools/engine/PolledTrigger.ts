import type { IDataObject } from 'n8n-workflow';
import { collect } from './collect';
import { type Credential, CredentialsHelper } from './credentialsHelper';
import { pollOnce } from './pollOnce';
import { credentialTypes, triggerTypes } from './types';
import { type HostedNode, loneNode } from './workflow';
import type { NodeName } from './world';

/** A trigger of an active workflow, polled on demand. */
export class PolledTrigger {
	/** What the trigger asks for its credential. */
	readonly credentials: CredentialsHelper;
	private readonly credential: Credential;
	private readonly hosted: HostedNode;

	/**
	 * @param data of the credential
	 * @param budget milliseconds that n8n gives a poll
	 */
	constructor(
		name: NodeName,
		parameters: IDataObject,
		data: IDataObject,
		private readonly budget = 5 * 60_000,
	) {
		const nodeType = triggerTypes[`${name}Trigger`];
		const [{ name: type }] = nodeType.description.credentials!;
		this.credential = { type: credentialTypes[type], data };
		this.credentials = new CredentialsHelper(this.credential);
		const setup = { nodeType, parameters, credential: this.credential };
		this.hosted = loneNode(setup, { active: true });
	}

	/** The static data. */
	get state(): IDataObject {
		return this.hosted.workflow.getStaticData('node', this.hosted.node);
	}

	/** Restores the static data, as n8n does when a workflow is activated again. */
	restore(state: IDataObject): void {
		Object.assign(this.state, JSON.parse(JSON.stringify(state)));
	}

	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<IDataObject[]> {
		const { credentials, budget } = this;
		const polled = pollOnce(this.hosted, { credentials, mode, budget });
		const [ended] = await Promise.allSettled([polled]);
		const { type, data } = this.credential;
		collect(type, data, [ended, this.state]);
		const items = await polled;
		return (items?.[0] ?? []).map(({ json }) => json);
	}
}
