import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installN8n } from '../n8n/instance/install';
import { type Cleanup, runProgram } from '../lib/cleanup';
import { build, nodesBaseFolder } from './build';
import type { Row, ScenarioResult } from './measure/result';
import { drawnTable, isMissed, markdownTable, tables } from './report';
import { scenarios } from './scenarios';

const usage = `Usage: npm run bench -- [--only 1,4] [--runs N] [--json | --markdown] [--check]
  --only      numbers of scenarios; all of them when absent
${Object.entries(scenarios)
	.map(([number, { title }]) => `              ${number}  ${title}`)
	.join('\n')}
  --runs      how often each is run, 5 when absent
  --json      the results as JSON
  --markdown  the tables as they stand in docs/benchmarks.md
  --check     fails when a target is missed`;

const print = (text: string): void => void process.stderr.write(`${text}\n`);

/** Measures a part in its own process, with its own memory and modules. */
async function measureApart(args: string[], signal: AbortSignal): Promise<Row[]> {
	const { execaNode } = await import('execa');
	const { ipcOutput } = await execaNode(join(__dirname, 'part.ts'), args, {
		nodeOptions: [...process.execArgv, '--expose-gc'],
		ipc: true,
		stdin: 'ignore',
		// Standard output is for the results alone.
		stdout: process.stderr,
		stderr: 'inherit',
		cancelSignal: signal,
	});
	return ipcOutput[0] as Row[];
}

async function measure(number: string, runs: number, signal: AbortSignal): Promise<ScenarioResult> {
	const { title, parts, targets } = scenarios[number];
	const rows: Row[] = [];
	for (const part of parts) {
		const started = Date.now();
		rows.push(...(await measureApart([number, part, String(runs)], signal)));
		print(`${number}. ${title}: ${part}, ${Math.round((Date.now() - started) / 1000)} s`);
	}
	return { title, rows, targets: targets(rows) };
}

async function prepare(signal: AbortSignal): Promise<void> {
	if (!existsSync(nodesBaseFolder)) await installN8n(signal);
	await build(signal);
}

async function main({ signal }: Cleanup): Promise<boolean> {
	const { values } = parseArgs({
		options: {
			only: { type: 'string', default: Object.keys(scenarios).join(',') },
			runs: { type: 'string', default: '5' },
			json: { type: 'boolean', default: false },
			markdown: { type: 'boolean', default: false },
			check: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const numbers = values.only.split(',').map((number) => number.trim());
	const runs = Number(values.runs);
	const isKnown = numbers.every((number) => number in scenarios);
	if (values.help || !isKnown || !(Number.isInteger(runs) && runs > 0)) {
		print(usage);
		return values.help;
	}

	await prepare(signal);
	const results: Record<string, ScenarioResult> = {};
	for (const number of numbers) results[number] = await measure(number, runs, signal);
	const writer = values.markdown ? markdownTable : drawnTable;
	console.log(values.json ? JSON.stringify(results, null, '\t') : tables(results, writer));
	return !(values.check && Object.values(results).some(isMissed));
}

void runProgram(main);
