import type { Fault } from './faults';
import type { LoggedRequest } from './requestLog';

/** The credential that opens a service, as n8n imports it. */
export interface SandboxCredential {
	/** The id that the examples refer to. */
	id: string;
	name: string;
	/** E.g. `corlegaApi`. */
	type: string;
	data: Record<string, string>;
}

/** Shown to people who try a service by hand. */
export interface Detail {
	label: string;
	value: string;
	/** The name of a file for the value, where a client wants one. */
	file?: string;
}

export interface ServiceSettings {
	/** Milliseconds; 0 when absent. */
	latency?: number;
	/** The port on 127.0.0.1; a free one when absent. */
	port?: number;
}

/** The state of any service. Tests read and change it while the service runs. */
export abstract class ServiceState {
	abstract readonly title: string;
	/** The URL of the real service; like `url` without a slash at the end. */
	abstract readonly imitates: string;

	/** The base URL for a credential; empty until the service listens. */
	url = '';
	/** Every request since the start or the last `clearLog`, in order of arrival. */
	requests: LoggedRequest[] = [];
	/** TCP connections opened since the start or the last `clearLog`. */
	connections = 0;
	/** Requests without an answer yet. */
	inFlight = 0;
	/** The highest `inFlight` since the start or the last `clearLog`. */
	maxInFlight = 0;
	/** The first one that matches a request is used. */
	faults: Fault[] = [];
	/** Minimum milliseconds before every answer. */
	latency: number;
	/** Called with every request before any delay, fault or processing. An error gives 500. */
	onRequest?: (request: LoggedRequest) => void | Promise<void>;

	constructor({ latency = 0 }: ServiceSettings) {
		this.latency = latency;
	}

	/** Complete once the service listens. */
	abstract get credential(): SandboxCredential;

	abstract describe(): Detail[];

	/** Clears the log and resets the counts. */
	clearLog(): void {
		this.requests = [];
		this.connections = 0;
		this.maxInFlight = this.inFlight;
	}
}
