import { builtServices } from '../build';
import { corCredential } from '../clients/credentials';
import { pageParameters, runHttpRequest } from '../clients/httpRequestNode';
import { runOurNode } from '../clients/ourNode';
import { RawClient } from '../clients/RawClient';
import type { CorAccess } from '../sandbox/access';
import { RemoteSandbox } from '../sandbox/RemoteSandbox';
import { compare, timeTargets } from './compare';
import { HTTP_REQUEST, LATENCY, RAW, type Scenario, THIS_NODE } from './scenario';

const ORGANISATIONS = 3000;
const PAGE = 30;

const organisationsOf = (body: unknown): unknown[] =>
	(body as { organisaties: unknown[] }).organisaties;

const total = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0);

async function fetchRaw(access: CorAccess): Promise<number> {
	const client = new RawClient({
		baseUrl: access.baseUrl,
		connections: builtServices.cor().concurrency,
		headers: () => ({ accept: 'application/hal+json', 'accept-version': '1.1' }),
		tls: { cert: access.certificate, key: access.privateKey, ca: access.ca },
	});
	const pages = await client.pages(
		(page) => `/organisaties?pagina=${page}`,
		({ headers }) => Math.ceil(Number(headers['x-total-count']) / PAGE),
	);
	await client.close();
	return total(pages.map(({ body }) => organisationsOf(body).length));
}

async function fetchWithHttpRequest(access: CorAccess): Promise<number> {
	const pages = await runHttpRequest({
		...corCredential(access),
		url: `${access.baseUrl}/organisaties`,
		parameters: pageParameters({
			parameter: 'pagina',
			value: '={{ $pageCount + 1 }}',
			completeWhen: '={{ !$response.body._links.next }}',
		}),
	});
	return total(pages.map(({ json }) => organisationsOf(json).length));
}

async function fetchWithOurNode(access: CorAccess): Promise<number> {
	const organisations = await runOurNode({
		...corCredential(access),
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
		const sandbox = await RemoteSandbox.start({
			latency: LATENCY,
			cor: { organisations: ORGANISATIONS },
		});
		const access = await sandbox.ask('cor');
		const jobs = [
			{ name: THIS_NODE, run: async () => await fetchWithOurNode(access) },
			{ name: HTTP_REQUEST, run: async () => await fetchWithHttpRequest(access) },
			{ name: RAW, run: async () => await fetchRaw(access) },
		];
		return await compare(sandbox, 'cor', jobs, { expected: ORGANISATIONS, runs });
	},
	targets: (rows) => timeTargets(rows, { httpRequest: 0.2, raw: 1.6 }),
};
