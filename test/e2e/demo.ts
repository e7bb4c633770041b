import { parseArgs } from 'node:util';
import { serviceNames } from '../services';
import { isGood } from './content/execution';
import { readExamples } from './content/examples';
import { runExamples } from './content/runExamples';
import { tableOf } from './content/table';
import { startInstance, type Instance } from './instance/startInstance';
import { owner } from './instance/session';
import { runProgram, type Cleanup } from '../tools/cleanup';

const addresses = ({ server, sandbox }: Instance): string => `
Editor    ${server.url}
          e-mail ${owner.email}, password ${owner.password}
Sandbox   ${serviceNames.map((name) => `${name.padEnd(8)} ${sandbox[name].url}`).join('\n          ')}

Running until Ctrl-C.`;

/** Shows the examples at work in a real n8n, and leaves it running unless asked not to. */
async function demo(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
	const instance = await startInstance(cleanup, async (services) => await readExamples(services));
	const results = await runExamples(instance);
	const good = results.every(isGood);
	console.log(tableOf(results));
	if (!good) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	if (values.once) return good;
	console.log(addresses(instance));
	await cleanup.stopped;
	return good;
}

void runProgram(demo);
