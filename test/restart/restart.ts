import Table from 'cli-table3';
import { parseArgs } from 'node:util';
import { installN8n } from '../../tools/n8n/instance/install';
import { installPackage } from '../../tools/n8n/instance/package';
import { makeUserFolder } from '../../tools/n8n/instance/environment';
import { runProgram, type Cleanup } from '../../tools/lib/cleanup';
import { modes, type Result, runMode } from './runMode';

const usage = `Usage: npm run test:restart -- [--mode NAME] [--signal NAME]
  --mode    ${modes.map(({ name }) => name).join(', ')}; all when absent
  --signal  SIGKILL or SIGTERM; SIGKILL when absent`;

const isGood = ({ before, change, others, failed }: Result): boolean =>
	before === 1 && change === 1 && others === 0 && failed === 0;

const times = (count: number): string =>
	count === 0 ? 'LOST' : count === 1 ? 'once' : `${count} TIMES`;

function tableOf(results: Result[]): string {
	const table = new Table({
		head: ['Mode', 'Trigger', 'Before the end', 'While down', 'Others', 'Empty runs', 'Failed'],
		style: { head: [], border: [], compact: true },
	});
	for (const { mode, trigger, before, change, others, empty, failed } of results) {
		table.push([mode, trigger, times(before), times(change), others, empty, failed]);
	}
	return table.toString();
}

/** Checks that each change is emitted exactly once, although n8n was killed between two polls. */
async function restart(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({
		options: { mode: { type: 'string' }, signal: { type: 'string', default: 'SIGKILL' } },
	});
	const { mode, signal } = values;
	const chosen = modes.filter(({ name }) => mode === undefined || name === mode);
	if (chosen.length === 0 || (signal !== 'SIGKILL' && signal !== 'SIGTERM')) throw new Error(usage);

	await installN8n(cleanup.signal);
	const template = await makeUserFolder(cleanup);
	await installPackage(template, cleanup.signal);
	const results: Result[] = [];
	for (const one of chosen) results.push(...(await runMode(one, template, signal, cleanup)));
	console.log(tableOf(results));
	return results.every(isGood);
}

void runProgram(restart);
