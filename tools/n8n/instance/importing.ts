import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../lib/command';
import { n8nCommand, n8nRelease, nodeCommand } from '../../lib/paths';
import type { Workflow } from '../content/workflow';
import type { Companion } from './session';

export interface CommandContext {
	userFolder: string;
	env: NodeJS.ProcessEnv;
	signal: AbortSignal;
}

/** Runs an import. @throws Error when something is missing: the command then ends with 0 too */
async function importFile(
	context: CommandContext,
	kind: 'credentials' | 'workflow',
	content: unknown[],
): Promise<void> {
	const { userFolder, env, signal } = context;
	const folder = join(userFolder, 'import');
	await mkdir(folder, { recursive: true });
	const file = join(folder, `${kind}.json`);
	await writeFile(file, JSON.stringify(content), { mode: 0o600 });
	const args = [n8nCommand, `import:${kind}`, `--input=${file}`];
	const output = await run(nodeCommand, args, {
		cwd: userFolder,
		env,
		extendEnv: false,
		cancelSignal: signal,
		// With SIGTERM n8n would take its time.
		killSignal: 'SIGKILL',
	});
	if (!output.includes(`Successfully imported ${content.length} `)) {
		throw new Error(`n8n did not import the ${kind}:\n${output}`);
	}
}

/** Imports credentials and workflows with n8n's own commands, which keep the ids. */
export async function importContent(
	context: CommandContext,
	credentials: Companion[],
	workflows: Workflow[],
): Promise<void> {
	await importFile(context, 'credentials', credentials);
	// An older n8n does not set it.
	const version = () => (n8nRelease === 'oldest' ? { versionId: randomUUID() } : {});
	const versioned = workflows.map((workflow) => ({ ...workflow, ...version() }));
	await importFile(context, 'workflow', versioned);
}
