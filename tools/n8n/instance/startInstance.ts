import getPort from 'get-port';
import {
	startSandbox,
	type Sandbox,
	type SandboxCredential,
	type SandboxOptions,
} from '../../../sandbox';
import { serviceNames, type ServiceName } from '../../services';
import type { Cleanup } from '../../lib/cleanup';
import { step } from '../../lib/steps';
import type { Workflow } from '../content/workflow';
import { type Companion, Session, webhookKey } from './session';
import { makeUserFolder, n8nEnvironment } from './environment';
import { importContent } from './importing';
import { installN8n } from './install';
import { Mailbox } from './mailbox';
import { installPackage, type Build } from './package';
import { startServer, type Server } from './server';

/** A real n8n with this package in it, and the sandbox. */
export interface Instance {
	sandbox: Sandbox;
	userFolder: string;
	mailbox: Mailbox;
	server: Server;
	session: Session;
	credentials: SandboxCredential[];
	/** Of n8n's own nodes in the examples. */
	companions: Companion[];
	workflows: Workflow[];
}

const host = '127.0.0.1';

/** Fixed ports, so that pictures of the editor stay the same. */
async function preferredPorts(): Promise<SandboxOptions> {
	const options: SandboxOptions = {};
	for (const [index, name] of serviceNames.entries()) {
		options[name] = { port: await getPort({ port: 5681 + index, host }) };
	}
	return options;
}

/**
 * Does all the set-up, from nothing to a running n8n that has the workflows and the credentials for
 * the sandbox.
 * @param readWorkflows gives the workflows to import, made for this sandbox
 * @param build builds the packages to install, and returns their folders; this package when absent
 * @throws Error that says what went wrong, with the last lines of the log
 */
export async function startInstance(
	cleanup: Cleanup,
	readWorkflows: (services: Array<Sandbox[ServiceName]>) => Promise<Workflow[]> | Workflow[],
	build?: Build,
): Promise<Instance> {
	const { signal } = cleanup;
	await installN8n(signal);
	const userFolder = await makeUserFolder(cleanup);
	await installPackage(userFolder, signal, build);

	const sandbox = await startSandbox(await preferredPorts());
	cleanup.add(async () => await sandbox.close());
	const services = serviceNames.map((name) => sandbox[name]);
	const credentials = services.map(({ credential }) => credential);
	const mailbox = await Mailbox.open(cleanup);
	const companions = [mailbox.credential, webhookKey];
	const all = [...credentials, ...companions];
	const workflows = await readWorkflows(services);

	const ports = {
		editor: await getPort({ port: 5678, host }),
		taskBroker: await getPort({ host }),
	};
	const context = { userFolder, env: n8nEnvironment(userFolder, ports), signal };
	await step(
		`Import ${all.length} credentials and ${workflows.length} workflows`,
		async () => await importContent(context, all, workflows),
	);
	const server = await step('Start n8n', async () => await startServer(context, cleanup));
	const session = await Session.open(server.url);
	return { userFolder, sandbox, mailbox, server, session, credentials, companions, workflows };
}
