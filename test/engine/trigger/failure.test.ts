jest.mock('n8n-workflow', () =>
	jest.requireActual<typeof FakeClock>('../../fakeClock').workflowWithFakeClock(),
);

import type { NodeApiError } from 'n8n-workflow';

import type * as FakeClock from '../../fakeClock';
import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { byName, type NodeName, World } from '../../../tools/engine/world';

/** What n8n's durable pollers read of a poll that failed. */

let world: World;

beforeEach(async () => {
	world = await World.start();
});

afterEach(async () => await world.sandbox.close());

const EVENTS: Record<string, string> = {
	corlega: 'contactCreated',
	inboxify: 'contactAdded',
	cor: 'organisationAdded',
};

async function failureOf(node: NodeName, credentials = world.credentials(node)) {
	const parameters = { list: byName('Webshopklanten'), events: [EVENTS[node]] };
	const [ended] = await Promise.allSettled([
		new PolledTrigger(node, parameters, credentials).poll(),
	]);
	return ended.status === 'rejected' ? (ended.reason as NodeApiError).failure : undefined;
}

describe.each(['corlega', 'inboxify', 'cor'] as const)('%s', (node) => {
	test('that is rate limited says for how long', async () => {
		const headers = { 'Retry-After': '7200' };
		world.sandbox[node].faults.push({ status: 429, headers, times: 99 });

		expect(await failureOf(node)).toEqual({ cause: 'rate-limited', retryAfterMs: 7_200_000 });
	});

	test.each([401, 403])('that refuses the credential with %i says so', async (status) => {
		world.sandbox[node].faults.push({ status, times: 99 });

		expect(await failureOf(node)).toEqual({ cause: 'credential-invalid' });
	});

	test('that is not available says that it may come back', async () => {
		world.sandbox[node].faults.push({ status: 503, times: 99 });

		expect(await failureOf(node)).toMatchObject({ cause: 'temporarily-unavailable' });
	});
});

test('a credential that can not work is refused', async () => {
	const data = { ...world.credentials('corlega'), apiKey: '' };

	expect(await failureOf('corlega', data)).toEqual({ cause: 'credential-invalid' });
});
