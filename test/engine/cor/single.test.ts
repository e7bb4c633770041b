import type { IDataObject } from 'n8n-workflow';

import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { byId, sharedWorld } from '../../../tools/engine/world';
import { searchList } from '../lists/searchList';

const world = sharedWorld();

const OIN = '00000001234567891000';
const organisation = (more: IDataObject = {}): IDataObject => ({ oin: OIN, naam: 'X', ...more });

/** A single object where the register means a list, as HAL allows. */
const answerSingle = (more?: IDataObject) =>
	world.sandbox.cor.faults.push({
		match: { path: /organisaties/ },
		body: { organisaties: organisation(more) },
	});

test.each<[string, IDataObject]>([
	['organisation.get', { oin: byId(OIN) }],
	['organisation.getAll', { returnAll: true }],
	['organisation.getChanged', { since: '2000-01-01' }],
])('%s takes a single organisation for a list of one', async (operation, parameters) => {
	answerSingle({ subOINs: { oin: '00000001234567891001' } });
	const { json, error } = await world.run('cor', operation, parameters);

	expect(error).toBeUndefined();
	expect(json).toEqual([expect.objectContaining({ oin: OIN, subOins: ['00000001234567891001'] })]);
});

test('so does the search of the dropdown', async () => {
	answerSingle();
	const { results } = await searchList(world.setup('cor'), 'searchOrganisations');

	expect(results).toEqual([{ name: `X - ${OIN}`, value: OIN }]);
});

test('the order of sub OINs is no change of the organisation', async () => {
	const subs = ['00000001234567891001', '00000001234567891002'].map((oin) => ({ oin }));
	const trigger = new PolledTrigger(
		'cor',
		{ events: ['organisationChanged'] },
		world.credentials('cor'),
	);
	const poll = async (subOINs: IDataObject[], naam = 'X') => {
		world.sandbox.cor.faults.length = 0;
		world.sandbox.cor.faults.push(
			{ match: { path: /laatsteWijziging/ }, body: { other: 'nothing' }, times: 9 },
			{
				match: { path: /organisaties/ },
				body: { organisaties: [organisation({ subOINs, naam })] },
				times: 9,
			},
		);
		return (await trigger.poll())?.flat().length ?? 0;
	};
	await poll(subs);

	expect(await poll([...subs].reverse())).toBe(0);
	expect(await poll(subs.slice(1))).toBe(1);
	expect(await poll(subs.slice(1), 'Y')).toBe(1);
});
