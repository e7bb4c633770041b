import { executeContext } from '../../../tools/engine/contexts';
import { type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test.each<[NodeName, string]>([
	['corlega', '/me'],
	['inboxify', '/lists'],
	['cor', '/laatsteWijziging'],
])("n8n's HTTP Request node can use the credential of %s", async (node, path) => {
	const context = executeContext(world.setup(node));
	const { type } = world.sandbox[node].credential;
	// The helper that the HTTP Request node calls, with the options it gives.
	const answer = await context.helpers.requestWithAuthentication.call(context, type, {
		uri: `${world.sandbox[node].url}${path}`,
		method: 'GET',
		json: true,
	});

	expect(answer).toBeDefined();
	expect(world.log(node)).toEqual([`GET ${path}`]);
});

test("the HTTP Request node can't send a key over plain http", async () => {
	const context = executeContext(world.setup('corlega'));
	const request = { uri: 'http://api.example.com/v1/me', method: 'GET' as const };

	await expect(
		context.helpers.requestWithAuthentication.call(context, 'corlegaApi', request),
	).rejects.toThrow('The credential is sent over https only');
});
