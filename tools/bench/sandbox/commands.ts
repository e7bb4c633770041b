import {
	type Sandbox,
	type SandboxCredential,
	type SandboxOptions,
	startSandbox,
} from '../../../sandbox';
import type { ServiceName } from '../../services';

/** What a service saw since its counts were cleared. */
export interface Counts {
	requests: number;
	connections: number;
	/** Most requests that waited for their answer at the same time. */
	inFlight: number;
}

let sandbox: Sandbox;

/** What the process with the sandbox can be asked to do. */
export const commands = {
	/** Comes first. */
	start: async (options: SandboxOptions): Promise<void> => {
		sandbox = await startSandbox(options);
	},
	credential: (name: ServiceName): SandboxCredential => sandbox[name].credential,
	clear: (name: ServiceName): void => sandbox[name].clearLog(),
	counts: (name: ServiceName): Counts => {
		const { requests, connections, maxInFlight } = sandbox[name];
		return { requests: requests.length, connections, inFlight: maxInFlight };
	},
	/** A key of its own, with a rate limit that nobody has used of. */
	addKey: (): string => sandbox.corlega.addKey(['*']),
	contactIds: (): string[] => sandbox.corlega.contacts.rows.map(({ id }) => id),
	/** Names of the contacts that start with this. */
	contactNames: (prefix: string): string[] =>
		sandbox.corlega.contacts.rows
			.map(({ name }) => String(name))
			.filter((name) => name.startsWith(prefix)),
	/** What was sent with a key: to create something, and to read what was not refused. */
	useOf: (apiKey: string) => {
		const requests = sandbox.corlega.requests.filter(({ key }) => key === apiKey);
		const posts = requests.filter(({ method }) => method === 'POST');
		return {
			posts: posts.length,
			refusedPosts: posts.filter(({ status }) => status === 429).length,
			reads: requests.filter(({ method, status }) => method === 'GET' && status === 200).length,
		};
	},
	/** Makes a list with so many contacts, or replaces the one of this name. */
	addList: (name: string, contacts: number): void => void sandbox.inboxify.addList(name, contacts),
	countList: (name: string): number => sandbox.inboxify.lists.get(name)?.contacts.size ?? 0,
};

export type Commands = typeof commands;
