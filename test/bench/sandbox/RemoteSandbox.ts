import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { SandboxOptions } from '../../../sandbox';
import type { Commands } from './commands';
import type { Message, Reply } from './messages';

/** The three services in a process of their own, which ends with this one. */
export class RemoteSandbox {
	private lastId = 0;

	private readonly answers = new Map<number, (result: unknown) => void>();

	private constructor(private readonly child: ChildProcess) {
		child.on('message', (reply: Reply) => {
			if (!('id' in reply)) return;
			this.answers.get(reply.id)?.(reply.result);
			this.answers.delete(reply.id);
		});
		// Else a request to a sandbox that broke down would wait for ever.
		child.once('exit', (code) => {
			if (child.connected || code) throw new Error(`The sandbox ended with code ${code}`);
		});
	}

	static async start(options: SandboxOptions): Promise<RemoteSandbox> {
		const child = fork(join(__dirname, 'child.ts'));
		const remote = new RemoteSandbox(child);
		remote.send({ start: options });
		await once(child, 'message');
		return remote;
	}

	/** Asks the sandbox to do something. */
	async ask<Name extends keyof Commands>(
		command: Name,
		...args: Parameters<Commands[Name]>
	): Promise<ReturnType<Commands[Name]>> {
		const id = ++this.lastId;
		const answer = new Promise<unknown>((resolve) => this.answers.set(id, resolve));
		this.send({ id, command, args });
		return (await answer) as ReturnType<Commands[Name]>;
	}

	close(): void {
		this.child.disconnect();
	}

	private send(message: Message): void {
		this.child.send(message);
	}
}
