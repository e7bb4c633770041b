import type { IDataObject } from 'n8n-workflow';

import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { byId, byName, type NodeName, sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({
	corlega: { contacts: 60, quotes: 60, invoices: 60, limit: null },
	inboxify: { contacts: 60 },
	cor: { organisations: 60 },
});

/** As an expression gives it. */
const given = (value: unknown) => ({ items: [{ value }] as IDataObject[] });

const GIVEN = '={{ $json.value }}';
const OIN = '00000001234567891000';
const LIST = { list: byName('Webshopklanten') };

describe.each<[node: NodeName, operation: string]>([
	['corlega', 'contact.getAll'],
	['corlega', 'quote.getAll'],
	['corlega', 'invoice.getAll'],
	['inboxify', 'contact.getAll'],
	['cor', 'organisation.getAll'],
])('%s %s', (node, operation) => {
	const parameters = { ...LIST, returnAll: GIVEN, limit: 2 };

	test.each([false, 'false', 'FALSE', ' false ', null, ''])(
		'Return All as %j keeps to the limit',
		async (value) => {
			const { json, error } = await world.run(node, operation, parameters, given(value));

			expect(error).toBeUndefined();
			expect(json).toHaveLength(2);
		},
	);

	test.each([true, 'true', 'True'])('Return All as %j gives all', async (value) => {
		const { json } = await world.run(node, operation, parameters, given(value));

		expect(json).toHaveLength(60);
	});

	test.each(['misschien', 2, {}, ['false']])('Return All as %j is an error', async (value) => {
		const { error } = await world.run(node, operation, parameters, given(value));

		expect(error?.message).toMatch(/^Return All must be one of true, false/);
		expect(world.log(node)).toEqual([]);
	});

	test('a Limit that an expression leaves null is the default', async () => {
		const { json } = await world.run(node, operation, { ...LIST, limit: GIVEN }, given(null));

		expect(json).toHaveLength(50);
	});
});

test.each([
	['={{ "false" }}', '_links'],
	['={{ "true" }}', 'subOins'],
])('Simplify of the COR trigger as %s', async (simplify, field) => {
	const parameters = { events: ['organisationAdded'], simplify };
	const trigger = new PolledTrigger('cor', parameters, world.credentials('cor'));
	const [example] = await trigger.poll('manual');

	expect(example).toHaveProperty(field);
});

test.each<[NodeName, string, IDataObject, string]>([
	['cor', 'organisation.getAll', { options: { expand: GIVEN } }, 'expand'],
	['cor', 'organisation.get', { oin: byId(OIN), options: { expand: GIVEN } }, 'expand'],
	[
		'inboxify',
		'contact.bulkInsert',
		{ ...LIST, email: 'a@b.nl', options: { overwrite: GIVEN } },
		'overwrite',
	],
	[
		'inboxify',
		'contact.bulkDelete',
		{ ...LIST, email: 'a@b.nl', options: { unsubscribe: GIVEN } },
		'unsubscribe',
	],
])('%s %s: %j counts as what it says', async (node, operation, parameters, name) => {
	for (const [value, sent] of [
		['false', 'false'],
		['TRUE', 'true'],
		[null, node === 'cor' ? undefined : 'false'],
	]) {
		world.clear();
		await world.run(node, operation, parameters, given(value));
		expect(world.sandbox[node].requests[0].query[name!]?.toLowerCase()).toBe(sent);
	}
});
