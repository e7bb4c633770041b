import { sharedWorld } from '../../../tools/engine/world';

const world = sharedWorld({ corlega: { limit: null } });

const CREATE = { name: 'Bakkerij Jansen', options: { timeout: 1 } };
const READ = { options: { timeout: 1, maxAttempts: 1 } };

/** Answers that can't be read, though the service has done what was asked. */
const BROKEN = [
	[
		'broken gzip',
		{ processed: true, rawBody: Buffer.from('no gzip'), headers: { 'Content-Encoding': 'gzip' } },
	],
	['an answer that is cut off', { drop: 'midway' }],
	['an answer that trickles', { trickle: 200 }],
	['no answer at all', { never: true, processed: true }],
] as const;

test.each(BROKEN)('a create with %s says that it may have been created', async (_, fault) => {
	const before = world.sandbox.corlega.contacts.size;
	world.sandbox.corlega.faults.push(fault);
	const { error } = await world.run('corlega', 'contact.create', CREATE);

	expect(error?.message).toContain('It may have been created all the same.');
	expect(world.log('corlega')).toEqual(['POST /contacts']);
	expect(world.sandbox.corlega.contacts.size).toBe(before + 1);
});

test.each(BROKEN)('a read with %s is an error after its attempts', async (_, fault) => {
	world.sandbox.corlega.faults.push({ ...fault, times: 2 });
	const { error } = await world.run('corlega', 'organization.get', READ);

	expect(error?.message).toMatch(/^The connection to Corlega failed/);
	expect(error?.message).not.toContain('It may have been created');
	expect(world.log('corlega')).toHaveLength(1);
});

test('a silent server is reported with the time that was waited', async () => {
	world.sandbox.corlega.faults.push({ never: true });
	const { error } = await world.run('corlega', 'organization.get', READ);

	expect(error?.message).toContain('no answer within 1 s');
	expect(error?.description).toContain('Timeout');
});

test('an error of a service is cut where it is long, and never reads [object Object]', async () => {
	const message = { reason: 'x'.repeat(5_000) };
	world.sandbox.corlega.faults.push({ status: 400, body: { error: { code: 'a', message } } });
	const { error } = await world.run('corlega', 'organization.get');

	expect(error?.message).toContain('xxx');
	expect(error?.message.length).toBeLessThan(1_000);
	expect(error?.message).not.toContain('[object Object]');
});
