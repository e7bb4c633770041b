import type { SandboxCredential } from '../../../sandbox';
import { pageParameters, runHttpRequest } from '../clients/httpRequestNode';
import { runJob } from '../clients/nodeJob';
import { concurrencyOf, runOurNode } from '../clients/ourNode';
import { helperPagesNode } from '../clients/plainNodes';
import { RawClient } from '../clients/RawClient';
import { startRemoteSandbox } from '../sandbox/remoteSandbox';
import { compare, timeTargets, withFloorRatio } from './compare';
import { FLOOR, HELPER, HTTP_REQUEST, LATENCY, RAW, type Scenario, THIS_NODE } from './scenario';

const ORGANISATIONS = 3000;
const PAGE = 30;

const organisationsOf = (body: unknown): unknown[] =>
	(body as { organisaties: unknown[] }).organisaties;

const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0);

async function fetchRaw({ data }: SandboxCredential, keepAlive = true): Promise<number> {
	const client = new RawClient({
		baseUrl: data.baseUrl,
		connections: concurrencyOf('cor'),
		keepAlive,
		headers: () => ({ accept: 'application/hal+json', 'accept-version': '1.1' }),
		tls: { cert: data.certificate, key: data.privateKey, ca: data.ca },
	});
	const pages = await client.pages(
		(page) => `/organisaties?pagina=${page}`,
		({ headers }) => Math.ceil(Number(headers['x-total-count']) / PAGE),
	);
	await client.close();
	return total(pages.map(({ body }) => organisationsOf(body).length));
}

async function fetchWithHttpRequest(credential: SandboxCredential): Promise<number> {
	const pages = await runHttpRequest({
		credential,
		path: '/organisaties',
		parameters: pageParameters({
			parameter: 'pagina',
			value: '={{ $pageCount + 1 }}',
			completeWhen: '={{ !$response.body._links.next }}',
		}),
	});
	return total(pages.map(({ json }) => organisationsOf(json).length));
}

async function fetchWithHelper(credential: SandboxCredential): Promise<number> {
	const nodeType = helperPagesNode({
		service: 'cor',
		path: (page) => `/organisaties?pagina=${page}`,
		pagesOf: ({ headers }) => Math.ceil(Number(headers['x-total-count']) / PAGE),
		entriesOf: organisationsOf,
	});
	return (await runJob({ nodeType, credential })).length;
}

async function fetchWithOurNode(credential: SandboxCredential): Promise<number> {
	const organisations = await runOurNode({
		credential,
		node: 'cor',
		operation: 'organisation.getAll',
		parameters: { returnAll: true },
	});
	return organisations.length;
}

/** All organisations of the register, in 100 pages, over mutual TLS. */
export const corPages: Scenario = {
	title: 'COR: 3,000 organisations, 100 pages, client certificate',
	parts: ['list'],
	async measure(_part, runs) {
		const sandbox = await startRemoteSandbox({
			latency: LATENCY,
			cor: { organisations: ORGANISATIONS },
		});
		const credential = await sandbox.credential('cor');
		const jobs = [
			{ name: THIS_NODE, run: async () => await fetchWithOurNode(credential) },
			{ name: HTTP_REQUEST, run: async () => await fetchWithHttpRequest(credential) },
			{ name: HELPER, run: async () => await fetchWithHelper(credential) },
			{ name: RAW, run: async () => await fetchRaw(credential) },
			{ name: FLOOR, run: async () => await fetchRaw(credential, false) },
		];
		return withFloorRatio(await compare(sandbox, 'cor', jobs, { expected: ORGANISATIONS, runs }));
	},
	targets: (rows) => timeTargets(rows, { httpRequest: 0.2, raw: 1.6, floor: 1.25 }),
};
