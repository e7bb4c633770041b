import { request } from 'undici';

import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

/** A sandbox for all tests of a file. */
export function sharedSandbox(options?: SandboxOptions): Sandbox {
	const sandbox = {} as Sandbox;
	beforeAll(async () => {
		Object.assign(sandbox, await startSandbox(options));
	});
	afterAll(async () => await sandbox.close());
	return sandbox;
}

export interface Answer<Body> {
	status: number;
	headers: Record<string, unknown>;
	body: Body;
}

/** Sends a request, and reads JSON. */
export async function call<Body>(...sent: Parameters<typeof request>): Promise<Answer<Body>> {
	const { statusCode: status, headers, body } = await request(...sent);
	const text = await body.text();
	return { status, headers, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}
