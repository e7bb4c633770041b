import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const redirect = (Location: string, status = 302) => ({ status, headers: { Location }, body: {} });

describe('redirects', () => {
	test('to the same server are followed for a read', async () => {
		const { corlega } = world.sandbox;
		corlega.faults.push(redirect('/v1/organization', 307));
		const { json } = await world.run('corlega', 'apiKey.get');

		expect(json).toEqual([corlega.organization]);
	});

	test.each([
		['another server', () => `${world.sandbox.inboxify.url}/lists`],
		['what is no address', () => 'http://[broken'],
	])('to %s are not followed, so that the key stays where it belongs', async (_, addressOf) => {
		world.sandbox.corlega.faults.push(redirect(addressOf()));
		const { error } = await world.run('corlega', 'organization.get');

		expect(error?.message).toContain(`redirects to ${addressOf()}`);
		expect(world.sandbox.inboxify.requests).toEqual([]);
	});

	test('are not followed for a write', async () => {
		world.sandbox.corlega.faults.push(redirect('/v1/contacts', 307));
		const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

		expect(error?.httpCode).toBe('307');
		expect(world.log('corlega')).toHaveLength(1);
	});

	test('in a circle end', async () => {
		world.sandbox.corlega.faults.push({ ...redirect('/v1/me'), times: 50 });
		const { error } = await world.run('corlega', 'apiKey.get');

		expect(error?.httpCode).toBe('302');
		expect(world.log('corlega').length).toBeLessThan(10);
	});
});

describe('a redirect that ends where there is nothing', () => {
	const elsewhere = redirect('/', 303);

	test('does not hide a person from one of the lists', async () => {
		const { inboxify } = world.sandbox;
		inboxify.faults.push({ ...elsewhere, times: 2, match: { path: /^\/contacts\// } });
		const { error } = await world.run('inboxify', 'person.get', {
			email: 'niet.op.een.lijst@voorbeeld.nl',
		});

		expect(error?.httpCode).toBe('404');
	});

	test('is no empty list', async () => {
		world.sandbox.cor.faults.push(elsewhere);
		const { error, json } = await world.run('cor', 'organisation.getAll', { returnAll: true });

		expect([json, error?.httpCode]).toEqual([[], '404']);
	});
});
