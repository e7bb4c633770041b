import type { IDataObject } from 'n8n-workflow';
import type { LoggedRequest } from '../../../sandbox';

/**
 * Changes around the restart. `prepare` makes one that is not emitted, but that the trigger must
 * save in order to emit the later change.
 */
export interface Scenario {
	service: 'corlega' | 'inboxify' | 'cor';
	parameters: IDataObject & { events: string[] };
	isPoll(request: LoggedRequest): boolean;
	/** Makes a change that is emitted while n8n runs. @returns its id */
	tell(): string;
	/** Makes a change that a poll sees and does not emit. */
	prepare(): void;
	/** Makes a change while n8n is down, to be emitted later. @returns its id */
	change(): string;
	/** The id of an emitted item: one of those above. */
	identify(item: IDataObject): string;
}
