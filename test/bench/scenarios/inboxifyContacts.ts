import type { IDataObject } from 'n8n-workflow';
import { signatureHeaders } from '../../../nodes/Inboxify/signature';
import { builtServices } from '../build';
import { inboxifyCredential } from '../clients/credentials';
import { pageParameters, postParameters, runHttpRequest } from '../clients/httpRequestNode';
import { locator, runOurNode } from '../clients/ourNode';
import { RawClient } from '../clients/RawClient';
import { highestOf, type Row, type Target } from '../measure/result';
import type { InboxifyAccess } from '../sandbox/access';
import { RemoteSandbox } from '../sandbox/RemoteSandbox';
import { compare, type Job, timeTargets } from './compare';
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

const rawClient = ({ baseUrl, apiKey, secretKey }: InboxifyAccess): RawClient =>
	new RawClient({
		baseUrl,
		connections: builtServices.inboxify().concurrency,
		headers: () => signatureHeaders(apiKey, secretKey),
	});

async function writeRaw(access: InboxifyAccess): Promise<void> {
	const client = rawClient(access);
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

async function readRaw(access: InboxifyAccess): Promise<number> {
	const client = rawClient(access);
	const pages = await client.pages(
		(page) => `/contacts/${LIST}?sort=ASC&offset=${(page - 1) * PAGE}&limit=${PAGE}`,
		({ headers }) => Math.ceil(Number(headers['x-total-count']) / PAGE),
	);
	await client.close();
	return pages.reduce((sum, { body }) => sum + (body as unknown[]).length, 0);
}

/** One request per item: the node has no other way to send many. */
async function writeWithHttpRequest(access: InboxifyAccess): Promise<void> {
	await runHttpRequest({
		...inboxifyCredential(access),
		url: `${access.baseUrl}/contacts/${LIST}`,
		parameters: postParameters(['email', 'firstName', 'lastName']),
		items: contacts,
	});
}

async function readWithHttpRequest(access: InboxifyAccess): Promise<number> {
	const items = await runHttpRequest({
		...inboxifyCredential(access),
		url: `${access.baseUrl}/contacts/${LIST}`,
		parameters: pageParameters({
			query: { limit: String(PAGE) },
			parameter: 'offset',
			value: `={{ $pageCount * ${PAGE} }}`,
			completeWhen: `={{ $response.body.length < ${PAGE} }}`,
		}),
	});
	return items.length;
}

async function writeWithOurNode(access: InboxifyAccess): Promise<void> {
	await runOurNode({
		...inboxifyCredential(access),
		node: 'inboxify',
		operation: 'contact.bulkInsert',
		parameters: {
			list: locator('name', LIST),
			email: '={{ $json.email }}',
			additionalFields: {
				firstName: '={{ $json.firstName }}',
				lastName: '={{ $json.lastName }}',
			},
		},
		items: contacts,
	});
}

async function readWithOurNode(access: InboxifyAccess): Promise<number> {
	const items = await runOurNode({
		...inboxifyCredential(access),
		node: 'inboxify',
		operation: 'contact.getAll',
		parameters: { list: locator('name', LIST), returnAll: true },
	});
	return items.length;
}

/** The jobs of an action; those that write have an empty list to begin with. */
function jobsOf(action: Action, sandbox: RemoteSandbox, access: InboxifyAccess): Job[] {
	const named = (name: string) => `${name}, ${action}`;
	if (action === 'read') {
		return [
			{ name: named(THIS_NODE), run: async () => await readWithOurNode(access) },
			{ name: named(HTTP_REQUEST), run: async () => await readWithHttpRequest(access) },
			{ name: named(RAW), run: async () => await readRaw(access) },
		];
	}
	const writing = (name: string, write: (access: InboxifyAccess) => Promise<void>): Job => ({
		name: named(name),
		prepare: async () => await sandbox.ask('addList', LIST, 0),
		run: async () => await write(access),
		check: async () => await sandbox.ask('countList', LIST),
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
		const sandbox = await RemoteSandbox.start({ latency: LATENCY });
		const access = await sandbox.ask('inboxify');
		await sandbox.ask('addList', LIST, CONTACTS);
		const jobs = jobsOf(part as Action, sandbox, access);
		return await compare(sandbox, 'inboxify', jobs, { expected: CONTACTS, runs });
	},
	targets: (rows) => [
		requestsTarget(rows, 'write'),
		...timeTargets(rows, { httpRequest: 0.15 }, ', write'),
		requestsTarget(rows, 'read'),
	],
};
