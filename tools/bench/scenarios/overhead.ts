import type { INodeType } from 'n8n-workflow';
import { byId } from '../../engine/locator';
import { builtTypes } from '../build';
import { runJob } from '../clients/nodeJob';
import { emptyNode, helperNode } from '../clients/plainNodes';
import { peakMemory, resetPeak } from '../measure/memory';
import { inTurns } from '../measure/repeat';
import { cpuTimeOf, timeOf } from '../measure/time';
import { startRemoteSandbox } from '../sandbox/remoteSandbox';
import { type Scenario, THIS_NODE } from './scenario';

const ITEMS = 10_000;

const nodes: Record<string, () => INodeType> = {
	[THIS_NODE]: () => builtTypes().nodes.corlega,
	'only n8n’s request helper': helperNode,
	'only the parameters': emptyNode,
};

/** What the node costs by itself: one contact got per item, without limit and latency. */
export const overhead: Scenario = {
	title: `The node itself: ${ITEMS.toLocaleString('en')} items through Corlega's contact.get`,
	parts: Object.keys(nodes),
	async measure(part, runs) {
		const sandbox = await startRemoteSandbox({ corlega: { contacts: ITEMS, limit: null } });
		const credential = await sandbox.credential('corlega');
		const items = (await sandbox.contactIds()).map((id) => ({ id }));
		const execute = async () => {
			const output = await runJob({
				credential,
				nodeType: nodes[part](),
				parameters: {
					resource: 'contact',
					operation: 'get',
					contactId: byId('={{ $json.id }}'),
				},
				items,
			});
			const done = output.filter(({ json }, index) => json.id === items[index].id).length;
			if (done !== ITEMS) throw new Error(`${part} did ${done} items`);
		};
		const run = async () => {
			await sandbox.clear('corlega');
			resetPeak();
			let ms = 0;
			const cpu = await cpuTimeOf(async () => (ms = await timeOf(execute)));
			return {
				'CPU ms per item': cpu / ITEMS,
				'ms per item': ms / ITEMS,
				'peak memory MiB': peakMemory(),
			};
		};
		return await inTurns([{ name: part, run }], runs);
	},
	targets: () => [],
};
