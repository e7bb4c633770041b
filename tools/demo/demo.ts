import { parseArgs } from 'node:util';
import { join, relative } from 'node:path';
import type { Email } from 'postal-mime';
import { isGood, tableOf } from '../n8n/content/execution';
import { readExamples } from '../n8n/content/examples';
import { ourCredentials } from '../n8n/content/nodeTypes';
import { n8nCredential, tellHowToPaste } from '../n8n/content/paste';
import type { Workflow } from '../n8n/content/workflow';
import { hasN8n, installN8n } from '../n8n/instance/install';
import { owner } from '../n8n/instance/session';
import { startInstance, type Instance } from '../n8n/instance/startInstance';
import { canRunIn } from './canRunIn';
import { runExamples } from './occasions/runExamples';
import { runProgram, type Cleanup } from '../lib/cleanup';
import { n8nFolder, n8nRelease, packageFolder } from '../lib/paths';
import { newest, oldest } from '../n8n/versions';

const installed = join(relative(packageFolder, n8nFolder), 'node_modules');

const plan = (
	isInstalled: boolean,
): string => `This starts an n8n on this machine, with the nodes, made-up data of the three services and a server for
its e-mail, and runs every example by what starts it in life: a form, a webhook, a change, a schedule.
${
	isInstalled
		? `n8n is there already (3 GB in ${installed}). The editor is up in about half a minute;
the examples take a minute more.`
		: `First it installs n8n, once: about 4 minutes, and 3 GB of disk in ${installed}, beside
npm's own cache of what it downloads. From then on the editor is up in about half a minute; the
examples take a minute more.`
}
`;

const logIn = ({ server }: Instance): string => `
Log in    ${server.url}/home/workflows
          e-mail ${owner.email}, password ${owner.password}
`;

/** Where the first rows are, once the examples are at rest. */
const firstRows = `To see rows, open an example there, e.g. "COR: all municipalities to an Excel file", and choose
"Execute workflow". Double-click a node, e.g. "Get all municipalities": its output is on the right.
`;

async function about({ credentials, companions, userFolder }: Instance): Promise<string> {
	const all = [...credentials, ...companions];
	const types = all.map(
		({ type }) => ourCredentials.find(({ name }) => name === type) ?? n8nCredential(type),
	);
	return `
The credentials are there already. To try their forms, open "Credentials", choose "Create credential",
search for the name below, choose "Continue", fill in, and choose "Save": its test runs at once.

${await tellHowToPaste(all, types, join(userFolder, 'credentials'))}

Publish an example to have its trigger start it: here triggers ask every five seconds, and a Wait node
waits for two. E-mail that n8n sends is shown below.
Running until Ctrl-C. Then all of it goes but the installed n8n and the nodes as they were built.
`;
}

const tellEmail = ({ from, to, subject, text }: Email): string => `
E-mail from ${from?.address} to ${to?.map(({ address }) => address).join(', ')}
${subject}

${text?.trim()}
`;

const version = { oldest, newest }[n8nRelease];

const canRun = (workflow: Workflow): boolean => canRunIn(version, workflow);

/** Runs the examples in a real n8n, and leaves it running unless --once; --install only installs it. */
async function demo(cleanup: Cleanup): Promise<boolean> {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({ options: { once: flag, install: flag } });
	console.log(plan(await hasN8n()));
	if (values.install) {
		await installN8n(cleanup.signal);
		return true;
	}
	let leftOut: Workflow[] = [];
	const instance = await startInstance(cleanup, async (services) => {
		const examples = await readExamples(services);
		leftOut = examples.filter((example) => !canRun(example));
		return examples.filter(canRun);
	});
	if (!values.once) console.log(logIn(instance));
	const results = await runExamples(instance);
	const good = results.every(isGood);
	console.log(tableOf(results));
	if (leftOut.length > 0) {
		const names = leftOut.map(({ name }) => name).join('\n  ');
		console.log(
			`Not in n8n ${version.n8n}, which lacks nodes for them or sends COR no certificate:\n  ${names}`,
		);
	}
	if (!good) console.log(`\nThe end of n8n's log:\n${await instance.server.process.log()}`);
	if (values.once) return good;
	console.log(`${logIn(instance)}\n${firstRows}${await about(instance)}`);
	instance.mailbox.onMessage = (email) => console.log(tellEmail(email));
	await cleanup.stopped;
	return good;
}

void runProgram(demo);
