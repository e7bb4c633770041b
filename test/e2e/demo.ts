import { parseArgs } from 'node:util';
import { join, relative } from 'node:path';
import type { Email } from 'postal-mime';
import { isGood } from './content/execution';
import { readExamples } from './content/examples';
import { tellHowToPaste } from './content/paste';
import { tableOf } from './content/table';
import { hasN8n } from './instance/install';
import { owner } from './instance/session';
import { startInstance, type Instance } from './instance/startInstance';
import { runExamples } from './occasions/runExamples';
import { runProgram, type Cleanup } from '../tools/cleanup';
import { n8nFolder, packageFolder } from '../tools/paths';

const installed = join(relative(packageFolder, n8nFolder), 'node_modules');

const plan = (isInstalled: boolean): string =>
	[
		'This starts an n8n on this machine, with the nodes, made-up data of the three services and the example workflows,',
		'and runs each example by what starts it in life: a form, a webhook, a change, a schedule.',
		isInstalled
			? `n8n is installed already, with 3 GB in ${installed}: it takes about a minute and a half, and the editor is there after half of that.`
			: `First it installs n8n, once: about 3 minutes, and 3 GB of disk in ${installed} besides npm's own cache. Then it takes about two minutes more.`,
		'',
	].join('\n');

const logIn = ({ server }: Instance): string => `
Log in    ${server.url}/home/workflows
          e-mail ${owner.email}, password ${owner.password}
`;

const about = async ({ credentials, companions, userFolder }: Instance): Promise<string> => `
The credentials are there already. To try their forms, make one by hand and fill in:

${await tellHowToPaste([...credentials, ...companions], join(userFolder, 'credentials'))}

Here triggers ask every five seconds, and a wait takes two. E-mail that n8n sends is shown below.
Running until Ctrl-C, which removes all but the installed n8n.
`;

const tellEmail = ({ from, to, subject, text }: Email): string => `
E-mail from ${from?.address} to ${to?.map(({ address }) => address).join(', ')}
${subject}

${text?.trim()}
`;

/** Shows the examples at work in a real n8n, and leaves it running unless asked not to. */
async function demo(cleanup: Cleanup): Promise<boolean> {
	const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
	console.log(plan(await hasN8n()));
	const instance = await startInstance(cleanup, async (services) => await readExamples(services));
	if (!values.once) console.log(logIn(instance));
	const results = await runExamples(instance);
	const good = results.every(isGood);
	console.log(tableOf(results));
	if (!good) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	if (values.once) return good;
	console.log(logIn(instance) + (await about(instance)));
	instance.mailbox.onMessage = (email) => console.log(tellEmail(email));
	await cleanup.stopped;
	return good;
}

void runProgram(demo);
