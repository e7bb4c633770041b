import { limitCorlega } from '../build';
import type { Pace } from '../clients/ForeignClient';
import { highestOf, medianOf, type Row, rowOf, type Target } from '../measure/result';
import { timeOf } from '../measure/time';
import { type RemoteSandbox, startRemoteSandbox } from '../sandbox/remoteSandbox';
import {
	type Create,
	createBeside,
	createRaw,
	createTogether,
	createWithHttpRequest,
	createWithOurNode,
} from './createContacts';
import { HTTP_REQUEST, LATENCY, RAW, type Scenario, THIS_NODE } from './scenario';

const CONTACTS = 300;
const REQUESTS = 120;
/** Milliseconds: the service's minute, scaled down. */
const WINDOW = 6000;
/** At the start of the first window, of the second and of the third. */
const LEAST = 2 * WINDOW;
const MOST_RUNS = 3;

const ALONE = THIS_NODE;
const TOGETHER = `${THIS_NODE}, two executions at once`;
const BESIDE: Record<Pace, string> = {
	evenly: `${THIS_NODE}, a foreign client evenly`,
	'in bursts': `${THIS_NODE}, a foreign client in bursts`,
};

const waysToCreate: Record<string, Create> = {
	[ALONE]: createWithOurNode,
	[TOGETHER]: createTogether,
	[BESIDE.evenly]: createBeside('evenly', REQUESTS / 2, WINDOW),
	[BESIDE['in bursts']]: createBeside('in bursts', REQUESTS / 2, WINDOW),
	[HTTP_REQUEST]: createWithHttpRequest,
	[RAW]: createRaw,
};

/** Who is measured in a part: side by side, each with a key of its own, where all mostly wait. */
const parts: Record<string, string[]> = {
	alone: [ALONE],
	together: [TOGETHER],
	'beside a foreign client': Object.values(BESIDE),
	others: [HTTP_REQUEST, RAW],
};

let lastBatch = 0;

/** Creates contacts with a new key, of whose limit nothing has been used. */
async function createOnce(sandbox: RemoteSandbox, create: Create): Promise<Record<string, number>> {
	const prefix = `Bench ${++lastBatch}.`;
	const contacts = Array.from({ length: CONTACTS }, (_, index) => ({
		name: `${prefix}${index}`,
		email: `bench${lastBatch}.${index}@example.com`,
	}));
	const given = await sandbox.credential('corlega');
	const apiKey = await sandbox.addKey();
	const credential = { ...given, data: { ...given.data, apiKey } };
	let failed = 0;
	const ms = await timeOf(async () => (failed = await create(credential, contacts)));
	const { posts, refusedPosts, reads } = await sandbox.useOf(apiKey);
	const names = await sandbox.contactNames(prefix);
	return {
		s: ms / 1000,
		'of the least': ms / LEAST,
		requests: posts,
		'answered 429': refusedPosts,
		'foreign requests': reads,
		failed,
		created: names.length,
		'created twice': names.length - new Set(names).size,
	};
}

function targetsOf(rows: Row[]): Target[] {
	const exactly = (way: string): Target[] => [
		{ name: `failed, ${way}`, most: 0, measured: highestOf(rows, way, 'failed') },
		{
			name: `created too often or not at all, ${way}`,
			most: 0,
			measured:
				highestOf(rows, way, 'created twice') + Math.abs(CONTACTS - medianOf(rows, way, 'created')),
		},
	];
	const inTime = (way: string): Target[] => [
		{
			name: `of the least time, ${way}`,
			most: 1.05,
			measured: medianOf(rows, way, 'of the least'),
		},
		{ name: `answered 429, ${way}`, most: 0, measured: highestOf(rows, way, 'answered 429') },
	];
	return [
		...[ALONE, TOGETHER].flatMap((way) => [...inTime(way), ...exactly(way)]),
		...Object.values(BESIDE).flatMap(exactly),
	];
}

/** Contacts created under a rate limit, alone and with others who use the same key. */
export const corlegaLimit: Scenario = {
	title: `Corlega: ${CONTACTS} contacts created, at most ${REQUESTS} requests in ${WINDOW / 1000} s`,
	parts: Object.keys(parts),
	async measure(part, runs) {
		limitCorlega({ requests: REQUESTS, window: WINDOW });
		const sandbox = await startRemoteSandbox({
			latency: LATENCY,
			corlega: { limit: { requests: REQUESTS, windowMs: WINDOW } },
		});
		// Those that don't wait for the limit need no second look.
		const count = part === 'others' ? 1 : Math.min(runs, MOST_RUNS);
		return await Promise.all(
			parts[part].map(async (way) => {
				const measured: Array<Record<string, number>> = [];
				for (let run = 0; run < count; run++) {
					measured.push(await createOnce(sandbox, waysToCreate[way]));
				}
				return rowOf(way, measured);
			}),
		);
	},
	targets: targetsOf,
};
