import { parseArgs } from 'node:util';
import { serviceNames } from '../services';
import { isGood } from './content/execution';
import { readExamples } from './content/examples';
import { runExamples } from './content/runExamples';
import { tableOf } from './content/table';
import { startInstance, type Instance } from './instance/startInstance';
import { owner } from './instance/session';
import { runProgram, type Cleanup } from '../tools/cleanup';
import { n8nRelease } from '../tools/paths';
import { newest, oldest } from '../versions/list';
import type { Workflow } from './content/workflow';

const addresses = ({ server, sandbox }: Instance): string => `
Editor    ${server.url}
          e-mail ${owner.email}, password ${owner.password}
Sandbox   ${serviceNames.map((name) => `${name.padEnd(8)} ${sandbox[name].url}`).join('\n          ')}

Running until Ctrl-C.`;

/** The n8n that runs. */
const version = { oldest, newest }[n8nRelease];

/** Whether the n8n that runs has what an example needs. */
const canRun = ({ nodes }: Workflow): boolean =>
	!version.lacks.includes('COR with a client certificate') ||
	nodes.every(({ credentials = {} }) => !('corApi' in credentials));

/** Shows the examples at work in a real n8n, and leaves it running unless asked not to. */
async function demo(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
	let leftOut: Workflow[] = [];
	const instance = await startInstance(cleanup, async (services) => {
		const examples = await readExamples(services);
		leftOut = examples.filter((example) => !canRun(example));
		return examples.filter(canRun);
	});
	const results = await runExamples(instance);
	const good = results.every(isGood);
	console.log(tableOf(results));
	if (leftOut.length > 0) {
		const names = leftOut.map(({ name }) => name).join('\n  ');
		console.log(`Not in n8n ${version.n8n}, which sends no client certificate to COR:\n  ${names}`);
	}
	if (!good) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	if (values.once) return good;
	console.log(addresses(instance));
	await cleanup.stopped;
	return good;
}

void runProgram(demo);
