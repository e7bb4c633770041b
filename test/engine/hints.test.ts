import { startSandbox } from '../../sandbox';
import { byId, byName, sharedWorld } from './world';

const world = sharedWorld({ corlega: { contacts: 205, limit: null } });

const messages = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.map(({ message }) => message);

test('nothing to wonder about, nothing to tell', async () => {
	expect(messages(await world.run('corlega', 'contact.getAll', { returnAll: true }))).toEqual([]);
	expect(messages(await world.run('corlega', 'contact.getAll', { limit: 205 }))).toEqual([]);
});

test('a list that was cut by its limit', async () => {
	expect(messages(await world.run('corlega', 'contact.getAll', { limit: 50 }))).toEqual([
		'Returned 50 of 205. Switch on Return All to get all of them.',
	]);
	const contacts = { list: byName('Webshopklanten'), limit: 20, options: { offset: 100 } };
	expect(messages(await world.run('inboxify', 'contact.getAll', contacts))).toEqual([
		'Returned 20 of 2,400. Switch on Return All to get all of them.',
	]);
	expect(messages(await world.run('cor', 'organisation.getAll', { limit: 31 }))).toEqual([
		'Returned 31 of 930. Switch on Return All to get all of them.',
	]);
});

test('requests that were sent more than once', async () => {
	world.sandbox.corlega.faults.push({ drop: 'before' });

	expect(messages(await world.run('corlega', 'organization.get'))).toEqual([
		'Sent 1 request more than once, because Corlega was busy or out of reach.',
	]);
});

test('an API that is on its way out', async () => {
	world.sandbox.corlega.deprecation = '@1798761600';
	const run = await world.run('corlega', 'apiKey.get');
	world.sandbox.corlega.deprecation = undefined;

	expect(messages(run)).toEqual([
		'Corlega says that this version of its API is on its way out (Deprecation: @1798761600). Look for a newer version of this node.',
	]);
});

test('contacts that were refused in a bulk call', async () => {
	const [email] = world.sandbox.inboxify.lists.get('Webshopklanten')!.contacts.keys();
	const items = [{ email }, { email: 'nieuw@voorbeeld.nl' }];
	const parameters = { list: byName('Webshopklanten'), email: '={{ $json.email }}' };

	expect(
		messages(await world.run('inboxify', 'contact.bulkInsert', parameters, { items })),
	).toEqual(['Inboxify refused 1 of 2 contacts. Their output items say why, under reason.']);
});

test('a certificate that expires soon', async () => {
	const soon = await startSandbox({ cor: { clientValidDays: 20 } });
	const { ca, client } = soon.cor.certificates;
	const credentials = { ...world.credentials('cor'), baseUrl: soon.cor.url, ca, ...client };
	const run = await world.run(
		'cor',
		'organisation.get',
		{ oin: byId(soon.cor.organisations[0].oin) },
		{ credentials },
	);
	await soon.close();

	expect(messages(run)).toEqual([
		expect.stringMatching(/^The certificate in the credential expires in (19|20) days, on /),
	]);
});
