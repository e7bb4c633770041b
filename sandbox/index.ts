import type { RunningService } from './http/server';
import { serviceNames, startService } from './services';
import type { ServiceName, SettingsOf, StateOf } from './services';

export type { Organisation } from './cor/state/organisation';
export type { Fault } from './http/faults';
export type { LoggedRequest } from './http/requestLog';
export type { Detail, SandboxCredential, ServiceState } from './http/serviceState';
export type { Contact } from './inboxify/state/contact';
export type { ContactList } from './inboxify/state/contactList';
export {
	nodeServiceNames,
	serviceNames,
	type NodeServiceName,
	type ServiceName,
	type StateOf,
} from './services';

/** Settings of each service, and a `latency` for all of them. */
export type SandboxOptions = {
	[Name in ServiceName]?: Omit<SettingsOf<Name>, 'latency'>;
} & {
	/** Milliseconds before every answer; 0 when absent. Per service: `sandbox.cor.latency`. */
	latency?: number;
};

type ServiceStates = { [Name in ServiceName]: StateOf<Name> };

/** The three services and a stand-in for OpenAI, each on its own port on 127.0.0.1. */
export interface Sandbox extends ServiceStates {
	close(): Promise<void>;
}

/** Starts all services. @throws Error of node:net when a port is taken; then none is left running */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const running: Array<[ServiceName, RunningService]> = [];
	const close = async () => {
		await Promise.all(running.map(([, service]) => service.close()));
	};
	try {
		for (const name of serviceNames) {
			const settings = { ...options[name], latency: options.latency };
			running.push([name, await startService(name, settings)]);
		}
	} catch (error) {
		await close();
		throw error;
	}
	const states = Object.fromEntries(running.map(([name, { state }]) => [name, state]));
	return { ...(states as unknown as ServiceStates), close };
}
