import type { SandboxOptions } from '../../../sandbox';

/** What the process of the sandbox is told. */
export type Message = { start: SandboxOptions } | { id: number; command: string; args: unknown[] };

/** What it tells. */
export type Reply = { ready: true } | { id: number; result: unknown };
