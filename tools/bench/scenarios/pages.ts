import type { SandboxOptions } from '../../../sandbox';
import { startRemoteSandbox } from '../sandbox/remoteSandbox';
import { compare, timeTargets, withFloorRatio } from './compare';
import { type PagedList, waysToFetch } from './fetchList';
import { FLOOR, HTTP_REQUEST, LATENCY, RAW, type Scenario } from './scenario';

const organisations: PagedList = {
	service: 'cor',
	path: (page) => `/organisaties?pagina=${page}`,
	pagesOf: ({ headers }) => Math.ceil(Number(headers['x-total-count']) / 30),
	entriesOf: (body) => (body as { organisaties: unknown[] }).organisaties,
	ourNode: { operation: 'organisation.getAll' },
	httpRequest: {
		path: '/organisaties',
		parameter: 'pagina',
		value: '={{ $pageCount + 1 }}',
		completeWhen: '={{ !$response.body._links.next }}',
	},
	raw: ({ data }) => ({
		headers: () => ({ accept: 'application/hal+json', 'accept-version': '1.1' }),
		tls: { cert: data.certificate, key: data.privateKey, ca: data.ca },
	}),
};

interface InvoicesPage {
	data: unknown[];
	meta: { total: number };
}

const invoices: PagedList = {
	service: 'corlega',
	path: (page) => `/invoices?page=${page}&pageSize=100`,
	pagesOf: ({ body }) => Math.ceil((body as InvoicesPage).meta.total / 100),
	entriesOf: (body) => (body as InvoicesPage).data,
	ourNode: { operation: 'invoice.getAll' },
	httpRequest: {
		path: '/invoices',
		query: { pageSize: '100' },
		parameter: 'page',
		value: '={{ $pageCount + 1 }}',
		completeWhen: '={{ !$response.body.meta.hasMore }}',
	},
	raw: ({ data }) => ({ headers: () => ({ authorization: `Bearer ${data.apiKey}` }) }),
};

/** @param most times of this node, as parts of the time of the others */
const fetching = (
	title: string,
	list: PagedList,
	expected: number,
	options: SandboxOptions,
	most: Record<string, number>,
): Scenario => ({
	title,
	parts: ['list'],
	async measure(_part, runs) {
		const sandbox = await startRemoteSandbox({ latency: LATENCY, ...options });
		const ways = waysToFetch(list, await sandbox.credential(list.service));
		const jobs = Object.entries(ways).map(([name, run]) => ({ name, run }));
		return withFloorRatio(await compare(sandbox, list.service, jobs, { expected, runs }));
	},
	targets: (rows) => timeTargets(rows, most),
});

/** All organisations of the register, over mutual TLS. */
export const corPages = fetching(
	'COR: 3,000 organisations, 100 pages, client certificate',
	organisations,
	3000,
	{ cor: { organisations: 3000 } },
	{ [HTTP_REQUEST]: 0.2, [RAW]: 1.6, [FLOOR]: 1.25 },
);

/** All invoices. With a rate limit all would measure nothing but the limit. */
export const corlegaPages = fetching(
	'Corlega: 5,000 invoices, 50 pages, no rate limit',
	invoices,
	5000,
	{ corlega: { invoices: 5000, limit: null } },
	{ [HTTP_REQUEST]: 0.2, [RAW]: 1.3, [FLOOR]: 1.25 },
);
