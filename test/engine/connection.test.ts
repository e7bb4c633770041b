import { PollContext } from 'n8n-core';

import { PolledTrigger } from '../../tools/engine/PolledTrigger';
import { sharedWorld } from '../../tools/engine/world';

const world = sharedWorld({ corlega: { contacts: 12_000, limit: null } });

test('a poll over 12,000 contacts asks for the credential once, beside n8n for each request', async () => {
	const getCredentials = jest.spyOn(PollContext.prototype, 'getCredentials');
	const trigger = new PolledTrigger(
		'corlega',
		{ events: ['contactCreated'] },
		world.credentials('corlega'),
	);
	await trigger.poll();

	const { requests } = world.sandbox.corlega;
	expect(requests).toHaveLength(120);
	// n8n's helper asks for it before each request that leaves.
	expect(getCredentials).toHaveBeenCalledTimes(requests.length + 1);
});
