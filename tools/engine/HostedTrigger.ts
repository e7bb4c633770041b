import type { IDataObject } from 'n8n-workflow';
import { collect } from './collect';
import { CredentialsHelper } from './credentialsHelper';
import { pollOnce } from './pollOnce';
import { type HostedNode, loneNode, type NodeSetup } from './workflow';

/** A trigger of an active workflow, polled on demand. */
export class HostedTrigger {
	/** What the trigger asks for its credential. */
	readonly credentials: CredentialsHelper;
	private readonly hosted: HostedNode;

	/** @param budget milliseconds that n8n gives a poll */
	constructor(
		private readonly setup: NodeSetup,
		private readonly budget = 5 * 60_000,
	) {
		this.credentials = new CredentialsHelper(setup.credential);
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
		const { type, data } = this.setup.credential;
		collect(type, data, [ended, this.state]);
		const items = await polled;
		return (items?.[0] ?? []).map(({ json }) => json);
	}
}
