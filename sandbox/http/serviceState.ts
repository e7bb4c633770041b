import type { Fault } from './faults';
import type { LoggedRequest } from './requestLog';

/** The credential that opens a service, as n8n imports it. */
export interface SandboxCredential {
	/** The id that the examples refer to. */
	id: string;
	name: string;
	/** Name of the credential type, e.g. `corlegaApi`. */
	type: string;
	data: Record<string, string>;
}

/** Something to know about a service for whoever wants to try it by hand. */
export interface Detail {
	label: string;
	/** Text of one line or, as a certificate is, of several. */
	value: string;
	/** The name of a file to put the value in, where a client wants one. */
	file?: string;
}

export interface ServiceSettings {
	/** Milliseconds; 0 when absent. */
	latency?: number;
	/** The port on 127.0.0.1; a free one when absent. */
	port?: number;
}

/**
 * What every service knows, whatever it is about: where it is found, what it was asked, and how it
 * is to behave. Tests read and change it while the service runs.
 */
export abstract class ServiceState {
	/** As people call it. */
	abstract readonly title: string;
	/** The address of the real service; without a slash at its end, as is `url`. */
	abstract readonly imitates: string;

	/** The base address, as it goes in a credential; empty until the service listens. */
	url = '';
	/** Every request since the start or the last `clearLog`, in order of arrival. */
	requests: LoggedRequest[] = [];
	/** TCP connections opened since the start or the last `clearLog`. */
	connections = 0;
	/** Requests that wait for their answer now. */
	inFlight = 0;
	/** The highest `inFlight` since the start or the last `clearLog`. */
	maxInFlight = 0;
	/** Faults to come; the first one that matches a request is used. */
	faults: Fault[] = [];
	/** Milliseconds that every answer takes at least. */
	latency: number;
	/**
	 * Called with every request once its body is read, before any delay, fault or processing, which
	 * wait for it: a test can let records move while a list is read. What it throws gives 500.
	 */
	onRequest?: (request: LoggedRequest) => void | Promise<void>;

	protected constructor({ latency = 0 }: ServiceSettings) {
		this.latency = latency;
	}

	/** What n8n opens the service with; complete once the service listens. */
	abstract get credential(): SandboxCredential;

	/** What to try the service with: keys, certificates, how many records there are. */
	abstract describe(): Detail[];

	/** Empties the log and starts the counts anew. */
	clearLog(): void {
		this.requests = [];
		this.connections = 0;
		this.maxInFlight = this.inFlight;
	}
}
