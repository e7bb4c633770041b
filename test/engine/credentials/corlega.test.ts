import { sharedWorld } from '../../../tools/engine/world';
import { OK, testCredential } from './testCredential';

const world = sharedWorld({ corlega: { limit: null } });

const credentials = (apiKey: string) => ({ ...world.credentials('corlega'), apiKey });

test('the test takes a good key, also one with few scopes', async () => {
	const { keys } = world.sandbox.corlega;

	expect(await testCredential('corlegaApi', credentials(keys.full))).toEqual(OK);
	expect(await testCredential('corlegaApi', credentials(keys.contactsOnly))).toEqual(OK);
	expect(await testCredential('corlegaApi', credentials(keys.webhooksOnly))).toEqual(OK);
});

test('the test refuses a wrong key, and a server that has no such API', async () => {
	expect(await testCredential('corlegaApi', credentials('corlega_wrong'))).toEqual({
		status: 'Error',
		message: expect.stringContaining('does not know this API key'),
	});
	const baseUrl = world.sandbox.inboxify.url;
	expect((await testCredential('corlegaApi', { apiKey: 'x', baseUrl })).status).toBe('Error');
});

test('the test refuses an answer that says nothing', async () => {
	world.sandbox.corlega.faults.push({ status: 500 });

	expect((await testCredential('corlegaApi', world.credentials('corlega'))).status).toBe('Error');
});

test('spaces around a pasted key do no harm', async () => {
	const apiKey = ` ${world.sandbox.corlega.keys.full}\n`;
	const { error } = await world.run(
		'corlega',
		'apiKey.get',
		{},
		{ credentials: credentials(apiKey) },
	);

	expect(error).toBeUndefined();
});
