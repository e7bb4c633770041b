import type { Instance } from '../../n8n/instance/startInstance';

/** What an example waits for in life: a form that is filled in, a change in one of the services. */
export interface Occasion {
	/** What has to be there before the workflow is published. */
	prepare?(instance: Instance): void;
	/**
	 * Lets it happen, and waits for what the workflow sends out, if anything.
	 * @throws Error where n8n refuses it, or an e-mail does not come
	 */
	happen(instance: Instance): Promise<unknown>;
}
