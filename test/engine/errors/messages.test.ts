import type { IDataObject } from 'n8n-workflow';
import { byId, byName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const NO_LIST = { list: byName('Geen lijst'), contactId: 'a@b.nl' };

const corlega = () => world.sandbox.corlega;

const withKey = (apiKey: string) => ({
	credentials: { ...world.credentials('corlega'), apiKey },
});

const bodyOf = (name: string, value: string) => ({
	bodyParameters: { parameters: [{ name, value }] },
});

test.each<[string, () => Parameters<typeof world.run>, RegExp, RegExp]>([
	[
		'401',
		() => ['corlega', 'contact.getAll', {}, withKey('corlega_nobody')],
		/^Corlega: .+ \(HTTP 401, unauthorized\)$/,
		/Check the API key in the credential/,
	],
	[
		'403',
		() => ['corlega', 'invoice.create', bodyOf('a', 'b'), withKey(corlega().keys.readOnly)],
		/^Corlega: Missing required scope: invoices\.write\. \(HTTP 403, insufficient_scope\)$/,
		/API key with the scope named above/,
	],
	[
		'404',
		() => ['corlega', 'contact.get', { contactId: byId('nobody') }],
		/\(HTTP 404, not_found\)$/,
		/Check the identifier/,
	],
	[
		'409',
		() => {
			const { email } = corlega().contacts.rows.find((contact) => contact.email)!;
			const additionalFields = { email } as IDataObject;
			return ['corlega', 'contact.create', { name: 'x', additionalFields }];
		},
		/\(HTTP 409, duplicate_resource\)$/,
		/It already exists in Corlega\. For a contact, use Create or Update/,
	],
	[
		'422',
		() => {
			const { id } = corlega().invoices.rows.find(({ status }) => status === 'paid')!;
			return ['corlega', 'invoice.update', { invoiceId: byId(id), ...bodyOf('total', '1') }];
		},
		/\(HTTP 422, invalid_state\)$/,
		/Its current state does not allow this change/,
	],
	[
		'500',
		() => {
			const body = { error: { code: 'internal_error', message: 'Oeps.' } };
			corlega().faults.push({ status: 500, body });
			return ['corlega', 'organization.get'];
		},
		/^Corlega: Oeps\. \(HTTP 500, internal_error\)$/,
		/hello@corlega\.com/,
	],
	[
		'404',
		() => ['inboxify', 'contact.get', NO_LIST],
		/^Inboxify: .*Geen lijst.* \(HTTP 404\)$/,
		/Check the name of the list/,
	],
	[
		'404',
		() => ['cor', 'organisation.get', { oin: byId('99999999999999999999') }],
		/^COR: .+ \(HTTP 404\)$/,
		/the register has no organisation with this number/,
	],
])('%s: what happened and what to do', async (status, runOf, message, description) => {
	const { error } = await world.run(...runOf());

	expect(error?.name).toBe('NodeApiError');
	expect(error?.httpCode).toBe(status);
	expect(error?.message).toMatch(message);
	expect(error?.description).toMatch(description);
	expect(error?.context?.itemIndex).toBe(0);
});

test('as a tool of an AI Agent the message says what to do, as a model is given nothing else', async () => {
	const type = 'n8n-nodes-dutch-business.inboxifyTool';
	const { error } = await world.run('inboxify', 'contact.get', NO_LIST, { settings: { type } });

	expect(error?.message).toMatch(
		/^Inboxify: There is no list Geen lijst \(HTTP 404\)\. Check the name of the list/,
	);
});
