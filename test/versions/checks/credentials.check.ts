import { OK, testCredential } from '../../engine/credentials/testCredential';
import { reachableWorld } from './reachableWorld';

const world = reachableWorld();

describe('Tests of the credentials', () => {
	test('Corlega: a key with few scopes is good, a wrong one is not', async () => {
		const { keys } = world.sandbox.corlega;
		const tested = async (apiKey: string) =>
			await testCredential('corlegaApi', { ...world.credentials('corlega'), apiKey });

		expect(await tested(keys.full)).toEqual(OK);
		expect(await tested(keys.contactsOnly)).toEqual(OK);
		expect(await tested('corlega_wrong')).toEqual({
			status: 'Error',
			message: expect.stringContaining('does not know this API key'),
		});
	});

	test.each(['signature', 'basic'])(
		'Inboxify, %s: a wrong key is reported',
		async (authentication) => {
			const data = { ...world.credentials('inboxify'), authentication };

			expect(await testCredential('inboxifyApi', data)).toEqual(OK);
			expect(await testCredential('inboxifyApi', { ...data, secretKey: 'wrong' })).toEqual({
				status: 'Error',
				message: expect.stringContaining('does not accept these keys'),
			});
		},
	);

	test('COR: another server is reported', async () => {
		const data = world.credentials('cor');

		expect(await testCredential('corApi', data)).toEqual(OK);
		const { status } = await testCredential('corApi', { ...data, baseUrl: `${data.baseUrl}/x` });
		expect(status).toBe('Error');
	});

	test('what a credential refuses to send is an error, and nothing is sent', async () => {
		const credentials = { ...world.credentials('corlega'), apiKey: 'sleutel\u200b' };
		const { error } = await world.run('corlega', 'apiKey.get', {}, { credentials });

		expect(error?.name).toBe('NodeOperationError');
		expect(error?.message).toMatch(/holds a character that no key has/);
		expect(world.log('corlega')).toEqual([]);
	});
});
