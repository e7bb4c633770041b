import { startSandbox, type Sandbox } from '../../../sandbox';
import { sandboxCredentials, type Credential } from '../content/credentials';
import type { Workflow } from '../content/workflow';
import type { Cleanup } from '../tools/cleanup';
import { freePort } from '../tools/ports';
import { step } from '../tools/steps';
import { n8nEnvironment } from './environment';
import { importContent } from './importing';
import { installN8n } from './install';
import { installPackage } from './package';
import { startServer, type Server } from './server';
import { Session } from './session';
import { makeUserFolder } from './userFolder';

/** A real n8n with this package in it, and the sandbox of the three services. */
export interface Instance {
	sandbox: Sandbox;
	server: Server;
	session: Session;
	credentials: Credential[];
	workflows: Workflow[];
}

/**
 * Does all the set-up, from nothing to a running n8n that has the workflows and the credentials for
 * the sandbox.
 * @param readWorkflows gives the workflows to import, made for this sandbox
 * @throws Error that says what went wrong, with the last lines of the log
 */
export async function startInstance(
	cleanup: Cleanup,
	readWorkflows: (sandbox: Sandbox, credentials: Credential[]) => Promise<Workflow[]> | Workflow[],
): Promise<Instance> {
	const { signal } = cleanup;
	await installN8n(signal);
	const userFolder = await makeUserFolder(cleanup);
	await installPackage(userFolder, signal);

	// Such ports that pictures of the editor stay the same.
	const [corlega, inboxify, cor, openai] = [
		await freePort(5681),
		await freePort(5682),
		await freePort(5683),
		await freePort(5684),
	];
	const sandbox = await startSandbox({
		corlega: { port: corlega },
		inboxify: { port: inboxify },
		cor: { port: cor },
		openai: { port: openai },
	});
	cleanup.add(async () => await sandbox.close());
	const credentials = sandboxCredentials(sandbox);
	const workflows = await readWorkflows(sandbox, credentials);

	const ports = { editor: await freePort(5678), taskBroker: await freePort() };
	const context = { userFolder, env: n8nEnvironment(userFolder, ports), signal };
	await step(
		`Import ${credentials.length} credentials and ${workflows.length} workflows`,
		async () => await importContent(context, credentials, workflows),
	);
	const server = await step('Start n8n', async () => await startServer(context, cleanup));
	const session = await Session.open(server.url);
	return { sandbox, server, session, credentials, workflows };
}
