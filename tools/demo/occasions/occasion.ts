import type { Instance } from '../../n8n/instance/startInstance';

/** The event that an example waits for: a submitted form, a change in one of the services. */
export interface Occasion {
	/** Runs before the workflow is published. */
	prepare?(instance: Instance): void;
	/** Causes the event, and waits for what the workflow sends. @throws Error when that fails */
	happen(instance: Instance): Promise<void> | void;
}
