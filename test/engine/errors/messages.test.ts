import type { IDataObject } from 'n8n-workflow';
import { byId, byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

test.each([
	[
		'401',
		async () =>
			await world.run(
				'corlega',
				'contact.getAll',
				{},
				{
					credentials: { ...world.credentials('corlega'), apiKey: 'corlega_nobody' },
				},
			),
		/^Corlega: .+ \(HTTP 401, unauthorized\)$/,
		/Check the API key in the credential/,
	],
	[
		'403',
		async () =>
			await world.run(
				'corlega',
				'invoice.create',
				{ bodyParameters: { parameters: [{ name: 'a', value: 'b' }] } },
				{
					credentials: {
						...world.credentials('corlega'),
						apiKey: world.sandbox.corlega.keys.readOnly,
					},
				},
			),
		/^Corlega: Missing required scope: invoices\.write\. \(HTTP 403, insufficient_scope\)$/,
		/API key with the scope named above/,
	],
	[
		'404',
		async () => await world.run('corlega', 'contact.get', { contactId: byId('nobody') }),
		/\(HTTP 404, not_found\)$/,
		/Check the identifier/,
	],
	[
		'409',
		async () => {
			const [{ email }] = [...world.sandbox.corlega.contacts.values()].filter(({ email }) => email);
			return await world.run('corlega', 'contact.create', {
				name: 'x',
				additionalFields: { email } as IDataObject,
			});
		},
		/\(HTTP 409, duplicate_resource\)$/,
		/It already exists in Corlega\. For a contact, use Create or Update/,
	],
	[
		'422',
		async () => {
			const paid = [...world.sandbox.corlega.invoices.values()].find(
				({ status }) => status === 'paid',
			)!;
			return await world.run('corlega', 'invoice.update', {
				invoiceId: byId(String(paid.id)),
				bodyParameters: { parameters: [{ name: 'total', value: '1' }] },
			});
		},
		/\(HTTP 422, invalid_state\)$/,
		/Its current state does not allow this change/,
	],
	[
		'500',
		async () => {
			world.sandbox.corlega.faults.push({
				status: 500,
				body: { error: { code: 'internal_error', message: 'Oeps.' } },
			});
			return await world.run('corlega', 'organization.get');
		},
		/^Corlega: Oeps\. \(HTTP 500, internal_error\)$/,
		/hello@corlega\.com/,
	],
	[
		'404',
		async () =>
			await world.run('inboxify', 'contact.get', {
				list: byName('Geen lijst'),
				contactId: 'a@b.nl',
			}),
		/^Inboxify: .*Geen lijst.* \(HTTP 404\)$/,
		/Check the name of the list/,
	],
	[
		'404',
		async () => await world.run('cor', 'organisation.get', { oin: byId('99999999999999999999') }),
		/^COR: .+ \(HTTP 404\)$/,
		/the register has no organisation with this number/,
	],
])('%s: what happened and what to do', async (status, run, message, description) => {
	const { error } = await run();

	expect(error?.name).toBe('NodeApiError');
	expect(error?.httpCode).toBe(status);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(description);
	expect(error?.context?.itemIndex).toBe(0);
});

test("a create answered by a proxy's page may have been done", async () => {
	world.sandbox.corlega.faults.push({
		rawBody: '<html></html>',
		headers: { 'content-type': 'text/html' },
	});
	const { error } = await world.run('corlega', 'contact.create', { name: 'x' });

	expect(error?.message).toContain('an unexpected response instead of an object');
	expect(error?.message).toContain('It may have been created all the same.');
});

test('as a tool of an AI Agent the message says what to do, as a model is given nothing else', async () => {
	const type = 'n8n-nodes-dutch-business.inboxifyTool';
	const parameters = { list: byName('Geen lijst'), contactId: 'a@b.nl' };
	const { error } = await world.run('inboxify', 'contact.get', parameters, { settings: { type } });

	expect(error?.message).toMatch(
		/^Inboxify: There is no list Geen lijst \(HTTP 404\)\. Check the name of the list/,
	);
});
