import type { SandboxCredential } from '../../../sandbox';
import { pageParameters, runHttpRequest } from '../clients/httpRequestNode';
import { runJob } from '../clients/nodeJob';
import { concurrencyOf, runOurNode } from '../clients/ourNode';
import { helperPagesNode } from '../clients/plainNodes';
import { RawClient } from '../clients/RawClient';
import { startRemoteSandbox } from '../sandbox/remoteSandbox';
import { compare, timeTargets, withFloorRatio } from './compare';
import { FLOOR, HELPER, HTTP_REQUEST, LATENCY, RAW, type Scenario, THIS_NODE } from './scenario';

const INVOICES = 5000;
const PAGE = 100;

interface Page {
	data: unknown[];
	meta: { total: number };
}

const countOf = (bodies: unknown[]): number =>
	bodies.reduce((sum: number, body) => sum + (body as Page).data.length, 0);

async function fetchRaw(
	{ data: { baseUrl, apiKey } }: SandboxCredential,
	keepAlive = true,
): Promise<number> {
	const client = new RawClient({
		baseUrl,
		connections: concurrencyOf('corlega'),
		keepAlive,
		headers: () => ({ authorization: `Bearer ${apiKey}` }),
	});
	const pages = await client.pages(
		(page) => `/invoices?page=${page}&pageSize=${PAGE}`,
		({ body }) => Math.ceil((body as Page).meta.total / PAGE),
	);
	await client.close();
	return countOf(pages.map(({ body }) => body));
}

async function fetchWithHttpRequest(credential: SandboxCredential): Promise<number> {
	const pages = await runHttpRequest({
		credential,
		path: '/invoices',
		parameters: pageParameters({
			query: { pageSize: String(PAGE) },
			parameter: 'page',
			value: '={{ $pageCount + 1 }}',
			completeWhen: '={{ !$response.body.meta.hasMore }}',
		}),
	});
	return countOf(pages.map(({ json }) => json));
}

async function fetchWithHelper(credential: SandboxCredential): Promise<number> {
	const nodeType = helperPagesNode({
		service: 'corlega',
		path: (page) => `/invoices?page=${page}&pageSize=${PAGE}`,
		pagesOf: ({ body }) => Math.ceil((body as unknown as Page).meta.total / PAGE),
		entriesOf: (body) => (body as Page).data,
	});
	return (await runJob({ nodeType, credential })).length;
}

async function fetchWithOurNode(credential: SandboxCredential): Promise<number> {
	const invoices = await runOurNode({
		credential,
		node: 'corlega',
		operation: 'invoice.getAll',
		parameters: { returnAll: true },
	});
	return invoices.length;
}

/** All invoices, in 50 pages. */
export const corlegaPages: Scenario = {
	title: 'Corlega: 5,000 invoices, 50 pages, no rate limit',
	parts: ['list'],
	async measure(_part, runs) {
		// Else all would measure nothing but the limit.
		const sandbox = await startRemoteSandbox({
			latency: LATENCY,
			corlega: { invoices: INVOICES, limit: null },
		});
		const credential = await sandbox.credential('corlega');
		const jobs = [
			{ name: THIS_NODE, run: async () => await fetchWithOurNode(credential) },
			{ name: HTTP_REQUEST, run: async () => await fetchWithHttpRequest(credential) },
			{ name: HELPER, run: async () => await fetchWithHelper(credential) },
			{ name: RAW, run: async () => await fetchRaw(credential) },
			{ name: FLOOR, run: async () => await fetchRaw(credential, false) },
		];
		return withFloorRatio(await compare(sandbox, 'corlega', jobs, { expected: INVOICES, runs }));
	},
	targets: (rows) => timeTargets(rows, { httpRequest: 0.2, raw: 1.3, floor: 1.25 }),
};
