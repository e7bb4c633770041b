import { HmacSHA256 } from 'crypto-js';
import Base64 from 'crypto-js/enc-base64';
import { credentialTypes } from '../../../tools/engine/types';
import { byName, CONTINUE, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test('the signature is what crypto-js makes of salt and secret, with a new salt every time', async () => {
	const items = ['a@x.nl', 'b@x.nl', 'c@x.nl'].map((email) => ({ email }));
	await world.run(
		'inboxify',
		'contact.get',
		{ list: byName('Webshopklanten'), contactId: '={{ $json.email }}' },
		{ items, settings: CONTINUE },
	);
	const { secretKey, apiKey, requests } = world.sandbox.inboxify;

	for (const { headers } of requests) {
		const expected = Base64.stringify(HmacSHA256(headers.salt, secretKey));
		expect(decodeURIComponent(headers.signature)).toBe(expected);
		expect(headers.signature).toMatch(/^[\w%.~-]+$/);
		expect(headers.apikey).toBe(apiKey);
	}
	expect(new Set(requests.map(({ headers }) => headers.salt)).size).toBe(3);
});

test('the secret key is not sent with a signature', async () => {
	await world.run('inboxify', 'list.getAll');
	const [{ headers }] = world.sandbox.inboxify.requests;

	expect(JSON.stringify(headers)).not.toContain(world.sandbox.inboxify.secretKey);
	expect(headers.authorization).toBeUndefined();
});

test('umlauts and spaces in Basic keys arrive as they are', async () => {
	const { authenticate } = credentialTypes.inboxifyApi;
	if (typeof authenticate !== 'function') throw new Error('no function');
	const { headers } = await authenticate(
		{
			authentication: 'basic',
			apiKey: 'mijn sleutel',
			secretKey: 'geheime sleutel',
			baseUrl: 'https://api.inboxify.nl',
		},
		{ url: 'https://api.inboxify.nl/lists' },
	);

	// The example of Inboxify's document.
	expect(headers?.Authorization).toBe('Basic bWlqbiBzbGV1dGVsOmdlaGVpbWUgc2xldXRlbA==');
});
