import {
	type Sandbox,
	type SandboxCredential,
	type SandboxOptions,
	startSandbox,
} from '../../../sandbox';
import type { ServiceName } from '../../services';

export interface Counts {
	requests: number;
	connections: number;
	/** Maximum parallel requests. */
	inFlight: number;
}

let sandbox: Sandbox;

/** Commands for the sandbox process. */
export const commands = {
	start: async (options: SandboxOptions): Promise<void> => {
		sandbox = await startSandbox(options);
	},
	credential: (name: ServiceName): SandboxCredential => sandbox[name].credential,
	clear: (name: ServiceName): void => sandbox[name].clearLog(),
	counts: (name: ServiceName): Counts => {
		const { requests, connections, maxInFlight } = sandbox[name];
		return { requests: requests.length, connections, inFlight: maxInFlight };
	},
	/** A new key, with an unused rate limit. */
	addKey: (): string => sandbox.corlega.addKey(['*']),
	contactIds: (): string[] => sandbox.corlega.contacts.rows.map(({ id }) => id),
	contactNames: (prefix: string): string[] =>
		sandbox.corlega.contacts.rows
			.map(({ name }) => String(name))
			.filter((name) => name.startsWith(prefix)),
	/** Requests with a key: creates, and accepted reads. */
	useOf: (apiKey: string) => {
		const requests = sandbox.corlega.requests.filter(({ key }) => key === apiKey);
		const posts = requests.filter(({ method }) => method === 'POST');
		return {
			posts: posts.length,
			refusedPosts: posts.filter(({ status }) => status === 429).length,
			reads: requests.filter(({ method, status }) => method === 'GET' && status === 200).length,
		};
	},
	/** Makes or replaces a list. */
	addList: (name: string, contacts: number): void => void sandbox.inboxify.addList(name, contacts),
	countList: (name: string): number => sandbox.inboxify.lists.get(name)?.contacts.size ?? 0,
};

export type Commands = typeof commands;
