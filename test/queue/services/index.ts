import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cleanup } from '../../../tools/lib/cleanup';
import { step } from '../../../tools/lib/steps';
import { findPrograms } from './packages';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

/** Starts what queue mode needs, with its data in a temporary folder. @returns n8n's settings */
export async function startServices(cleanup: Cleanup): Promise<NodeJS.ProcessEnv> {
	const programs = await findPrograms(cleanup.signal);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	cleanup.add(async () => await rm(folder, { recursive: true, force: true }));
	// PostgreSQL may run as another user.
	await chmod(folder, 0o755);
	return await step('Start Redis and PostgreSQL', async () => ({
		...(await startRedis(programs['redis-server'], folder, cleanup)),
		...(await startPostgres(programs, folder, cleanup)),
	}));
}
