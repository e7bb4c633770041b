import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { byName, type NodeName, sharedWorld } from '../../../tools/engine/world';
import { ajv, schemaOf } from '../operations/tryOperation';

const world = sharedWorld({ cor: { organisations: 100 } });

const triggerOf = (node: NodeName, events: string[], parameters = {}) =>
	new PolledTrigger(node, { events, ...parameters }, world.credentials(node));

test('a share out of range is an error', async () => {
	const trigger = triggerOf('corlega', ['contactCreated'], { options: { share: 0 } });

	await expect(trigger.poll()).rejects.toThrow(
		'Share of the Rate Limit must be a number, 1 to 100',
	);
});

describe('COR', () => {
	test('a poll without changes takes exactly one request', async () => {
		const changed = triggerOf('cor', ['organisationChanged']);
		await changed.poll();
		world.clear();

		expect(await changed.poll()).toEqual([]);
		expect(world.log('cor')).toEqual(['GET /laatsteWijziging']);
	});

	test("Simplify off gives the register's own object", async () => {
		const changed = triggerOf('cor', ['organisationChanged'], { simplify: false });
		await changed.poll();
		const [{ oin }] = world.sandbox.cor.organisations;
		world.sandbox.cor.change(oin, { naam: 'Anders' }, new Date('2026-11-20T00:00:01Z'));

		expect(await changed.poll()).toEqual([
			expect.objectContaining({
				event: 'organisationChanged',
				oin,
				naam: 'Anders',
				hoofdOIN: null,
				_links: expect.any(Object),
			}),
		]);
	});
});

test.each<[NodeName, string[]]>([
	['corlega', ['contactCreated']],
	['corlega', ['quoteStatusChanged']],
	['corlega', ['contactCreated', 'invoiceStatusChanged', 'quoteUpdated']],
	['corlega', ['contactCreated', 'contactUpdated', 'invoiceStatusChanged', 'quoteCreated']],
	['inboxify', ['contactAdded']],
	['inboxify', ['contactBounced']],
	['inboxify', ['contactUnsubscribed']],
	['inboxify', ['contactAdded', 'contactBounced', 'contactUnsubscribed']],
	['cor', ['organisationWithdrawn']],
	['cor', ['organisationAdded', 'organisationChanged', 'organisationWithdrawn']],
])(
	'a test of %s in the editor shows examples of %j as the output schema says, and stores nothing',
	async (node, events) => {
		const validate = ajv.compile(schemaOf(node));
		const trigger = triggerOf(node, events, { list: byName('Webshopklanten') });
		const examples = await trigger.poll('manual');

		expect([...new Set(examples.map(({ event }) => event))]).toEqual(events);
		expect(examples.length).toBeLessThanOrEqual(Math.max(3, events.length));
		for (const json of examples) expect([validate(json), validate.errors]).toEqual([true, null]);
		expect(trigger.state).toEqual({});
	},
);
