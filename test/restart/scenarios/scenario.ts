import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox';

/**
 * What happens at a service around the end of n8n. What is prepared is nothing that the trigger
 * tells, yet it has to remember it to tell the change that follows.
 */
export interface Scenario {
	service: 'corlega' | 'inboxify' | 'cor';
	/** Parameters of the trigger, with its events. */
	parameters: IDataObject & { events: string[] };
	/** Whether a poll begins with this request. */
	isPoll(request: LoggedRequest): boolean;
	/** Makes something that is told while n8n runs. @returns its id */
	tell(): string;
	/** Makes something that a poll sees and does not tell. */
	prepare(): void;
	/** Changes that, while n8n is down, so that it is to be told. @returns its id */
	change(): string;
	/** The id of what an item tells: the same as above. */
	identify(item: IDataObject): string;
}
