import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '../../sandbox';
import { n8nEnvironment } from '../../tools/n8n/instance/environment';
import { importContent } from '../../tools/n8n/instance/importing';
import { startServer } from '../../tools/n8n/instance/server';
import { Session } from '../../tools/n8n/instance/session';
import { publish } from '../../tools/n8n/content/saved';
import type { Cleanup } from '../../tools/lib/cleanup';
import getPort from 'get-port';
import { step } from '../../tools/lib/steps';
import { sceneOf } from '../engine/trigger/scenes';
import { type Emitted, Watched } from './watched';

/** How n8n saves a trigger's state between polls. */
export interface Mode {
	name: string;
	env: NodeJS.ProcessEnv;
}

/** n8n's scheduler in its database, with a pass every second. */
const scheduler: NodeJS.ProcessEnv = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_MATERIALIZATION_INTERVAL: '1',
	N8N_SCHEDULER_EXECUTOR_INTERVAL: '1',
};

export const modes: Mode[] = [
	// Kept in memory; saved when the workflow is activated and with what is emitted.
	{ name: 'default', env: {} },
	// Saved after every poll, together with what it emitted.
	{ name: 'cursors', env: { ...scheduler, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' } },
	// Read from the database for every poll, saved only with what is emitted.
	{ name: 'scheduler', env: { ...scheduler, N8N_POLLER_DURABLE_CURSORS_ENABLED: 'false' } },
];

export interface Result {
	mode: string;
	trigger: string;
	/** How often the change before the kill was emitted; 1 is right. */
	before: number;
	/** How often the change while n8n was down was emitted; 1 is right. */
	change: number;
	/** Other emitted items; 0 is right. */
	others: number;
	empty: number;
	failed: number;
}

/** For each trigger an event that only its saved state can reveal. */
const events = [
	'quoteStatusChanged',
	'contactUnsubscribed',
	'contactAdded',
	'organisationChanged',
] as const;

/** Records in a list: few, so that each poll takes a request or two. */
const COUNT = 20;

/**
 * Ends n8n between two polls, changes something and starts n8n again, for all triggers at once.
 * @param template a user folder with this package installed
 */
export async function runMode(
	mode: Mode,
	template: string,
	signal: NodeJS.Signals,
	cleanup: Cleanup,
): Promise<Result[]> {
	const userFolder = join(template, mode.name);
	await mkdir(userFolder);
	await cp(join(template, '.n8n'), join(userFolder, '.n8n'), { recursive: true });
	const sandbox = await startSandbox({ corlega: { contacts: 10, limit: null } });
	cleanup.add(async () => await sandbox.close());
	const credentials = [sandbox.corlega, sandbox.inboxify, sandbox.cor].map(
		({ credential }) => credential,
	);
	const watched = events.map((event, index) => {
		const scene = sceneOf(sandbox, event);
		scene.fill(COUNT);
		if (event === 'quoteStatusChanged') {
			// Contacts stay as they are: their list is read beside that of the quotes.
			scene.parameters.events = ['contactUpdated', event];
		}
		const service = sandbox[scene.service];
		return new Watched(scene, index, service.credential, () => service.requests);
	});
	const polled = async () => await Promise.all(watched.map(async (one) => await one.polled()));

	const ports = { editor: await getPort(), taskBroker: await getPort() };
	const env = { ...n8nEnvironment(userFolder, ports), ...mode.env };
	const context = { userFolder, env, signal: cleanup.signal };
	await importContent(
		context,
		credentials,
		watched.map(({ workflow }) => workflow),
	);
	const start = async () => await startServer(context, cleanup);
	const title = (text: string) => `${mode.name}: ${text}`;

	const first = await step(title('start n8n'), start);
	const session = await Session.open(first.url);
	await step(title('first poll'), async () => {
		await Promise.all(watched.map(async (one) => await publish(session, one.workflow.id)));
		await polled();
	});
	const emitted = watched.map(({ scene }) => scene.happen());
	await step(title('emit a change'), polled);
	const follow = watched.map(({ scene }) => scene.prepare());
	await step(title('see a change without emitting it'), polled);
	await first.process.end(signal);
	const changed = follow.map((change) => change());
	const second = await step(title('start n8n again'), start);
	await step(title('poll'), polled);

	const results = await Promise.all(
		watched.map(async (one, index) =>
			resultOf(mode, one, await one.emitted(session), emitted[index], changed[index]),
		),
	);
	await second.process.end('SIGKILL');
	return results;
}

function resultOf(
	mode: Mode,
	{ name }: Watched,
	{ ids, empty, failed }: Emitted,
	emitted: string,
	changed: string,
): Result {
	const countOf = (wanted: string) => ids.filter((id) => id === wanted).length;
	const [before, change] = [countOf(emitted), countOf(changed)];
	const others = ids.length - before - change;
	return { mode: mode.name, trigger: name, before, change, others, empty, failed };
}
