import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

describe('redirects', () => {
	test('to the same server are followed for a read', async () => {
		const { corlega } = world.sandbox;
		corlega.faults.push({ status: 307, headers: { Location: '/v1/organization' }, body: {} });
		const { json } = await world.run('corlega', 'apiKey.get');

		expect(json).toEqual([corlega.organization]);
	});

	test('to another server are not followed, so that the key stays where it belongs', async () => {
		const other = world.sandbox.inboxify;
		world.sandbox.corlega.faults.push({
			status: 302,
			headers: { Location: `${other.url}/lists` },
			body: {},
		});
		const { error } = await world.run('corlega', 'organization.get');

		expect(error?.message).toContain('redirects to');
		expect(other.requests).toEqual([]);
	});

	test('are not followed for a write', async () => {
		world.sandbox.corlega.faults.push({
			status: 307,
			headers: { Location: '/v1/contacts' },
			body: {},
		});
		const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

		expect(error?.httpCode).toBe('307');
		expect(world.log('corlega')).toHaveLength(1);
	});

	test('in a circle end', async () => {
		world.sandbox.corlega.faults.push({
			times: 50,
			status: 302,
			headers: { Location: '/v1/me' },
			body: {},
		});
		const { error } = await world.run('corlega', 'apiKey.get');

		expect(error?.httpCode).toBe('302');
		expect(world.log('corlega').length).toBeLessThan(10);
	});
});

describe('a redirect that ends where there is nothing', () => {
	const elsewhere = { times: 2, status: 303, headers: { Location: '/' }, body: {} };

	test('does not hide a person from one of the lists', async () => {
		const { inboxify } = world.sandbox;
		inboxify.faults.push({ ...elsewhere, match: { path: /^\/contacts\// } });
		const { error } = await world.run('inboxify', 'person.get', {
			email: 'niet.op.een.lijst@voorbeeld.nl',
		});

		expect(error?.httpCode).toBe('404');
	});

	test('is no empty list', async () => {
		world.sandbox.cor.faults.push({ ...elsewhere, times: 1 });
		const { error, json } = await world.run('cor', 'organisation.getAll', { returnAll: true });

		expect([json, error?.httpCode]).toEqual([[], '404']);
	});
});
