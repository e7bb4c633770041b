import { parseArgs } from 'node:util';
import { type Cleanup, runProgram } from '../../tools/lib/cleanup';
import { step } from '../../tools/lib/steps';
import { installEngine } from './install';
import { type Version, versions } from '../../tools/n8n/versions';
import { runChecks } from './runChecks';
import { releaseOf, runExamples } from './runExamples';
import { type Column, isAllGood, tableOf } from './table';

/** @throws Error for an unknown version */
function chosen(names: string[]): Version[] {
	const unknown = names.filter((name) => !versions.some((version) => version.name === name));
	if (unknown.length > 0) {
		const known = versions.map(({ name }) => name).join(', ');
		throw new Error(`There is no n8n ${unknown.join(', ')} here, but ${known}`);
	}
	return names.length === 0 ? versions : versions.filter(({ name }) => names.includes(name));
}

/** Runs the core of the engine tests in old and new engines, and the examples in two real n8ns. */
async function main({ signal }: Cleanup): Promise<boolean> {
	const options = { engines: { type: 'boolean', default: false } } as const;
	const { positionals, values } = parseArgs({ allowPositionals: true, options });
	const columns: Column[] = [];
	for (const version of chosen(positionals)) {
		await installEngine(version, signal);
		const title = `Check n8n ${version.name}, on Node.js ${process.versions.node}`;
		const outcomes = await step(title, async () => await runChecks(version, signal));
		const release = values.engines ? undefined : releaseOf(version);
		const examples =
			release &&
			(await step(
				`Run the examples in n8n ${version.name}`,
				async () => await runExamples(release, signal),
			));
		columns.push({ version, outcomes, examples });
	}
	console.log(tableOf(columns));
	return isAllGood(columns);
}

void runProgram(main);
