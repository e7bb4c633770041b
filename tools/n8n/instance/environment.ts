import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Cleanup } from '../../lib/cleanup';
import { n8nRelease, nodeFolder, userFolders } from '../../lib/paths';
import { randomBytes } from 'node:crypto';

const remove = async (folder: string): Promise<void> =>
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Removes the folders of killed runs, which are named after their process. */
async function removeLeftovers(): Promise<void> {
	if (!existsSync(userFolders)) return;
	const processes = (await readdir(userFolders)).filter((name) => /^\d+$/.test(name));
	for (const name of processes) {
		if (!isRunning(Number(name))) await remove(join(userFolders, name));
	}
}

/** Makes an empty folder for n8n's data, removed when the program ends. */
export async function makeUserFolder(cleanup: Cleanup): Promise<string> {
	await removeLeftovers();
	const folder = join(userFolders, String(process.pid));
	await mkdir(folder, { recursive: true });
	cleanup.add(async () => await remove(folder));
	return folder;
}

export interface Ports {
	editor: number;
	/** Where n8n and the process that runs Code nodes connect. */
	taskBroker: number;
}

/** Switches off requests to the internet, and advertisements. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_AI_GATEWAY_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	// An older n8n refuses to start with an unknown module here.
	...(n8nRelease === 'newest' && { N8N_DISABLED_MODULES: 'mcp-registry' }),
	N8N_PYTHON_ENABLED: 'false',
};

/** The whole environment of an n8n for tests, without variables of the user's own n8n. */
export function n8nEnvironment(userFolder: string, ports: Ports): NodeJS.ProcessEnv {
	const { PATH = '', LANG, TMPDIR } = process.env;
	return {
		...(LANG === undefined ? {} : { LANG }),
		...(TMPDIR === undefined ? {} : { TMPDIR }),
		// n8n starts a process of its own for Code nodes, with the first "node" it finds.
		PATH: [nodeFolder, PATH].join(delimiter),
		HOME: userFolder,
		...QUIET,
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(ports.editor),
		N8N_RUNNERS_BROKER_PORT: String(ports.taskBroker),
		// The editor is served over plain http, on loopback only.
		N8N_SECURE_COOKIE: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		DB_TYPE: 'sqlite',
		GENERIC_TIMEZONE: 'Europe/Amsterdam',
	};
}
