import type { IDataObject } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { byName } from '../../engine/locator';
import { builtTypes } from '../build';
import { postParameters, runHttpRequest } from '../clients/httpRequestNode';
import { concurrencyOf, runOurNode } from '../clients/ourNode';
import { RawClient } from '../clients/RawClient';
import { highestOf, type Row, type Target } from '../measure/result';
import { type RemoteSandbox, startRemoteSandbox } from '../sandbox/remoteSandbox';
import { compare, type Job, timeTargets } from './compare';
import { type PagedList, waysToFetch } from './fetchList';
import { HTTP_REQUEST, LATENCY, RAW, type Scenario, THIS_NODE } from './scenario';

const CONTACTS = 10_000;
const PAGE = 1000;
const LIST = 'Bench';

type Action = 'write' | 'read';

/** Contacts to be created, none of which exists. */
const contacts = Array.from(
	{ length: CONTACTS },
	(_, index): IDataObject => ({
		email: `bench${index}@example.com`,
		firstName: 'Jan',
		lastName: `Jansen ${index}`,
	}),
);

/** Headers that sign one request: each has a salt of its own. */
async function sign({ type, data }: SandboxCredential): Promise<Record<string, string>> {
	const { authenticate } = builtTypes().credentials[type];
	if (typeof authenticate !== 'function') throw new Error(`${type} has no authenticate`);
	const { headers } = await authenticate(data, { url: data.baseUrl });
	return headers as Record<string, string>;
}

async function writeRaw(credential: SandboxCredential): Promise<void> {
	const client = new RawClient({
		baseUrl: credential.data.baseUrl,
		connections: concurrencyOf('inboxify'),
		...list.raw(credential),
	});
	const batches = Array.from({ length: CONTACTS / PAGE }, (_, batch) =>
		contacts.slice(batch * PAGE, (batch + 1) * PAGE),
	);
	await client.sendAll(
		batches.map((body) => ({
			method: 'POST',
			path: `/contacts/${LIST}/bulk-insert?overwrite=False`,
			body,
		})),
	);
	await client.close();
}

/** One request per item: the node has no other way to send many. */
async function writeWithHttpRequest(credential: SandboxCredential): Promise<void> {
	await runHttpRequest({
		credential,
		path: `/contacts/${LIST}`,
		parameters: postParameters(['email', 'firstName', 'lastName']),
		items: contacts,
	});
}

async function writeWithOurNode(credential: SandboxCredential): Promise<void> {
	await runOurNode({
		credential,
		node: 'inboxify',
		operation: 'contact.bulkInsert',
		parameters: {
			list: byName(LIST),
			email: '={{ $json.email }}',
			additionalFields: {
				firstName: '={{ $json.firstName }}',
				lastName: '={{ $json.lastName }}',
			},
		},
		items: contacts,
	});
}

const list: PagedList = {
	service: 'inboxify',
	path: (page) => `/contacts/${LIST}?sort=ASC&offset=${(page - 1) * PAGE}&limit=${PAGE}`,
	pagesOf: ({ headers }) => Math.ceil(Number(headers['x-total-count']) / PAGE),
	// The HTTP Request node makes items of a list.
	entriesOf: (body) => [body].flat(),
	ourNode: { operation: 'contact.getAll', parameters: { list: byName(LIST) } },
	httpRequest: {
		path: `/contacts/${LIST}`,
		query: { limit: String(PAGE) },
		parameter: 'offset',
		value: `={{ $pageCount * ${PAGE} }}`,
		completeWhen: `={{ $response.body.length < ${PAGE} }}`,
	},
	raw: (credential) => ({ headers: async () => await sign(credential) }),
};

/** The jobs of an action; those that write have an empty list to begin with. */
function jobsOf(action: Action, sandbox: RemoteSandbox, credential: SandboxCredential): Job[] {
	const named = (name: string) => `${name}, ${action}`;
	if (action === 'read') {
		const ways = waysToFetch(list, credential);
		return [THIS_NODE, HTTP_REQUEST, RAW].map((name) => ({ name: named(name), run: ways[name] }));
	}
	const writing = (name: string, write: (credential: SandboxCredential) => Promise<void>): Job => ({
		name: named(name),
		prepare: async () => await sandbox.addList(LIST, 0),
		run: async () => await write(credential),
		check: async () => await sandbox.countList(LIST),
	});
	return [
		writing(THIS_NODE, writeWithOurNode),
		writing(HTTP_REQUEST, writeWithHttpRequest),
		writing(RAW, writeRaw),
	];
}

const requestsTarget = (rows: Row[], action: Action): Target => ({
	name: `requests, ${action}`,
	most: CONTACTS / PAGE,
	measured: highestOf(rows, `${THIS_NODE}, ${action}`, 'requests'),
});

/** Contacts created, and contacts read. */
export const inboxifyContacts: Scenario = {
	title: 'Inboxify: 10,000 contacts created, and 10,000 read',
	parts: ['write', 'read'],
	async measure(part, runs) {
		const sandbox = await startRemoteSandbox({ latency: LATENCY });
		const credential = await sandbox.credential('inboxify');
		await sandbox.addList(LIST, CONTACTS);
		const jobs = jobsOf(part as Action, sandbox, credential);
		return await compare(sandbox, 'inboxify', jobs, { expected: CONTACTS, runs });
	},
	targets: (rows) => [
		requestsTarget(rows, 'write'),
		...timeTargets(rows, { [HTTP_REQUEST]: 0.15 }, ', write'),
		requestsTarget(rows, 'read'),
	],
};
