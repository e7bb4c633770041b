import { request } from 'undici';

import { nodeServiceNames, serviceNames, startSandbox } from '../../sandbox';
import { sharedSandbox } from './sandbox';

const sandbox = sharedSandbox({ latency: 1 });

test('every service that the registry lists is started, and no other', () => {
	expect([...serviceNames, 'close'].sort()).toEqual(Object.keys(sandbox).sort());
	expect(serviceNames).toEqual(expect.arrayContaining(nodeServiceNames));
});

test.each(serviceNames)('%s says where it is, how to open it and what it holds', (name) => {
	const { title, url, imitates, latency, credential } = sandbox[name];
	const details = sandbox[name].describe();

	expect(url).toMatch(/^https?:\/\/127\.0\.0\.1:\d+/);
	expect(imitates).toMatch(/^https:\/\/.*[^/]$/);
	expect(new URL(imitates).pathname).toBe(new URL(url).pathname);
	expect(latency).toBe(1);
	expect(title).not.toBe('');
	// n8n's own ids have 16 characters.
	expect(credential.id).toMatch(/^\w{16}$/);
	expect(Object.values(credential.data)).toContain(url);
	expect(details.every(({ value }) => value !== '')).toBe(true);
});

test('credentials have ids and types of their own', () => {
	const credentials = serviceNames.map((name) => sandbox[name].credential);

	expect(new Set(credentials.map(({ id }) => id)).size).toBe(serviceNames.length);
	expect(new Set(credentials.map(({ type }) => type)).size).toBe(serviceNames.length);
});

test('a port that is taken leaves nothing running', async () => {
	const port = Number(new URL(sandbox.inboxify.url).port);
	const free = await startSandbox();
	await free.close();
	const url = new URL(free.corlega.url);

	await expect(
		startSandbox({ corlega: { port: Number(url.port) }, inboxify: { port } }),
	).rejects.toMatchObject({ code: 'EADDRINUSE' });
	await expect(request(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
