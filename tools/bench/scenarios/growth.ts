import type { INodeExecutionData } from 'n8n-workflow';
import type { SandboxCredential } from '../../../sandbox';
import { byName } from '../../engine/locator';
import { runOurNode } from '../clients/ourNode';
import { peakMemory, resetPeak, usedHeap } from '../measure/memory';
import { inTurns } from '../measure/repeat';
import { medianOf, type Row, type Target } from '../measure/result';
import { timeOf } from '../measure/time';
import { startRemoteSandbox } from '../sandbox/remoteSandbox';
import { LATENCY, type Scenario } from './scenario';

const SIZES = [1000, 10_000, 100_000];
const LIST = 'Bench';
/** The largest takes its time. */
const MOST_RUNS_OF_LARGEST = 3;

const list = byName(LIST);

const operations = {
	'contact.getAll': () => ({ parameters: { list, returnAll: true } }),
	'contact.bulkInsert': (size: number) => ({
		parameters: {
			list,
			email: '={{ $json.email }}',
			additionalFields: { lastName: '={{ $json.lastName }}' },
		},
		items: Array.from({ length: size }, (_, index) => ({
			email: `bench${index}@example.com`,
			lastName: `Jansen ${index}`,
		})),
	}),
};

type Operation = keyof typeof operations;

const nameOf = (operation: Operation, size: number): string =>
	`${operation}, ${size.toLocaleString('en')}`;

const cases = Object.fromEntries(
	(Object.keys(operations) as Operation[]).flatMap((operation) =>
		SIZES.map((size) => [nameOf(operation, size), { operation, size }]),
	),
);

/** Runs an operation once, and keeps what came out until the memory has been measured. */
async function measureOnce(
	credential: SandboxCredential,
	{ operation, size }: { operation: Operation; size: number },
): Promise<Record<string, number>> {
	const before = usedHeap();
	resetPeak();
	let output: INodeExecutionData[] = [];
	const ms = await timeOf(async () => {
		const job = operations[operation](size);
		output = await runOurNode({ credential, node: 'inboxify', operation, ...job });
	});
	const kept = usedHeap() - before;
	if (output.length !== size) throw new Error(`${output.length} items came out, not ${size}`);
	return {
		s: ms / 1000,
		'ms per item': ms / size,
		'bytes per item': kept / size,
		'peak memory MiB': peakMemory(),
	};
}

/** How many times more something costs per item at the largest size than at the one before. */
function growthOf(rows: Row[], operation: Operation, column: string): Target {
	const [, medium, large] = SIZES.map((size) => medianOf(rows, nameOf(operation, size), column));
	return { name: `growth of ${column}, ${operation}`, most: 1.25, measured: large / medium };
}

/** Whether ten times as many items cost ten times as much, and no more. */
export const growth: Scenario = {
	title: 'Growth: Inboxify, more and more contacts',
	parts: Object.keys(cases),
	async measure(part, runs) {
		const { operation, size } = cases[part];
		const sandbox = await startRemoteSandbox({ latency: LATENCY });
		const credential = await sandbox.credential('inboxify');
		const run = async () => {
			await sandbox.clear('inboxify');
			const isRead = operation === 'contact.getAll';
			if (!isRead) await sandbox.addList(LIST, 0);
			return await measureOnce(credential, { operation, size });
		};
		await sandbox.addList(LIST, size);
		const count = size === SIZES.at(-1) ? Math.min(runs, MOST_RUNS_OF_LARGEST) : runs;
		return await inTurns([{ name: part, run }], count);
	},
	targets: (rows) =>
		(Object.keys(operations) as Operation[]).flatMap((operation) => [
			growthOf(rows, operation, 'ms per item'),
			growthOf(rows, operation, 'bytes per item'),
		]),
};
