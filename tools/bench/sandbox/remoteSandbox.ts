import { type BirpcReturn, createBirpc } from 'birpc';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../sandbox';
import type { Commands } from './commands';

/** The sandbox in another process. */
export type RemoteSandbox = BirpcReturn<Commands>;

/** Starts the sandbox in its own process, which ends with this one. */
export async function startRemoteSandbox(options: SandboxOptions): Promise<RemoteSandbox> {
	// So that an error arrives as one.
	const child = fork(join(__dirname, 'child.ts'), { serialization: 'advanced' });
	const sandbox = createBirpc<Commands>(
		{},
		{
			post: (message) => child.send(message),
			on: (listener) => child.on('message', listener),
			// Without a limit: the process is there, or has ended.
			timeout: -1,
		},
	);
	child.once('exit', (code) => sandbox.$close(new Error(`The sandbox ended with code ${code}`)));
	await sandbox.start(options);
	return sandbox;
}
