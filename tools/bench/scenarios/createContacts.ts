import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { ForeignClient, type Pace } from '../clients/ForeignClient';
import { postParameters, runHttpRequest } from '../clients/httpRequestNode';
import { concurrencyOf, runOurNode } from '../clients/ourNode';
import { RawClient } from '../clients/RawClient';

/** Milliseconds. */
const HEAD_START = 500;

/** Creates contacts. @returns how many of them failed */
export type Create = (credential: SandboxCredential, contacts: IDataObject[]) => Promise<number>;

const failuresOf = (items: INodeExecutionData[]): number =>
	items.filter(({ json, error }) => error !== undefined || json.error !== undefined).length;

export const createWithOurNode: Create = async (credential, contacts) =>
	failuresOf(
		await runOurNode({
			credential,
			node: 'corlega',
			operation: 'contact.create',
			parameters: {
				name: '={{ $json.name }}',
				additionalFields: { email: '={{ $json.email }}' },
			},
			items: contacts,
			settings: { onError: 'continueRegularOutput' },
		}),
	);

/** With n8n's HTTP Request node as it is set by default: without pauses, and without Retry On Fail, which would repeat all. */
export const createWithHttpRequest: Create = async (credential, contacts) =>
	failuresOf(
		await runHttpRequest({
			credential,
			path: '/contacts',
			parameters: postParameters(['name', 'email']),
			items: contacts,
			settings: { onError: 'continueRegularOutput' },
		}),
	);

export const createRaw: Create = async ({ data: { baseUrl, apiKey } }, contacts) => {
	const client = new RawClient({
		baseUrl,
		connections: concurrencyOf('corlega'),
		headers: () => ({ authorization: `Bearer ${apiKey}` }),
	});
	const answers = await client.sendAll(
		contacts.map((body) => ({ method: 'POST', path: '/contacts', body })),
	);
	await client.close();
	return answers.filter(({ status }) => status >= 300).length;
};

/** With this node, half of them in each of two executions at once. */
export const createTogether: Create = async (credential, contacts) => {
	const half = contacts.length / 2;
	const failed = await Promise.all([
		createWithOurNode(credential, contacts.slice(0, half)),
		createWithOurNode(credential, contacts.slice(half)),
	]);
	return failed[0] + failed[1];
};

/**
 * With this node, while a foreign client uses the same key.
 * @param requests of the foreign client, in each window of so many milliseconds
 */
export const createBeside =
	(pace: Pace, requests: number, window: number): Create =>
	async (credential, contacts) => {
		const foreign = new ForeignClient(credential, pace, requests, window);
		foreign.start();
		// It is there already when the node begins.
		await sleep(HEAD_START);
		try {
			return await createWithOurNode(credential, contacts);
		} finally {
			await foreign.stop();
		}
	};
