import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { byName, CONTINUE, World } from '../../../tools/engine/world';

let world: World;

beforeEach(async () => {
	world = await World.start({ inboxify: { contacts: 20 } });
});

afterEach(async () => await world.sandbox.close());

const LIST = 'Webshopklanten';
const EMAIL = 'jan@voorbeeld.example';
const UNSURE = 'It may have been created all the same.';

const rows = () => world.sandbox.inboxify.findList(LIST)!.contacts;
const log = () => world.log('inboxify').map((line) => line.split(' ')[0]);
const fail = (...faults: Fault[]) =>
	world.sandbox.inboxify.faults.push(
		...faults.map((fault) => ({ match: { method: 'POST' }, ...fault })),
	);

const FIELDS = { firstName: 'Jan', tags: 'Merk A, Merk B', customDate: '2026-12-31', city: '' };

async function create(additionalFields: IDataObject = FIELDS, options: IDataObject = {}) {
	const parameters = { list: byName(LIST), email: EMAIL, additionalFields, options };
	const { json } = await world.run('inboxify', 'contact.create', parameters, {
		items: [{}],
		settings: CONTINUE,
	});
	expect(json).toHaveLength(1);
	return json[0] as IDataObject & { error?: string; details?: IDataObject };
}

test.each<[string, Fault]>([
	['a connection that broke', { drop: 'after' }],
	['HTTP 500', { status: 500, body: {}, processed: true }],
	['HTTP 504', { status: 504, body: {}, processed: true }],
	['an empty answer', { status: 200, rawBody: '', processed: true }],
	['no answer within the timeout', { never: true, processed: true }],
])('%s: a contact that was created is the output', async (_, fault) => {
	fail(fault);
	expect(await create(FIELDS, { timeout: 1 })).toMatchObject({ email: EMAIL, firstName: 'Jan' });
	expect(log()).toEqual(['POST', 'GET']);
});

test.each<[string, Fault]>([
	['a connection that broke', { drop: 'before' }],
	['HTTP 500', { status: 500, body: {} }],
	['an empty answer', { status: 200, rawBody: '' }],
])('%s: a contact that is not there was not created', async (_, fault) => {
	fail(fault);
	const { error, details } = await create();
	expect(error).toContain('It was not created: a look-up found nothing.');
	expect(details).toMatchObject({ mayHaveBeenDone: false, advice: 'Run this item again.' });
	expect(rows().has(EMAIL)).toBe(false);
});

test.each<[string, Fault]>([
	['no answer within the timeout', { never: true }],
	['HTTP 524', { status: 524, body: {} }],
])('%s: a contact that is not there yet may still come', async (_, fault) => {
	fail(fault);
	const { error, details } = await create(FIELDS, { timeout: 1 });
	expect(error).toContain(UNSURE);
	expect(details?.mayHaveBeenDone).toBe(true);
});

test('a contact with other values is named, and the item stays unsure', async () => {
	const [{ email, id }] = rows().rows;
	fail({ drop: 'before' });
	const parameters = {
		list: byName(LIST),
		email: email.toUpperCase(),
		additionalFields: { firstName: 'Heel Anders' },
	};
	const { json } = await world.run('inboxify', 'contact.create', parameters, {
		items: [{}],
		settings: CONTINUE,
	});
	expect(json[0].error).toContain(UNSURE);
	expect((json[0].details as IDataObject).advice).toContain(`a record with other values: ${id}.`);
});

test.each<[string, Fault]>([
	['fails', { status: 500, body: {}, times: 9 }],
	["gives a proxy's page", { status: 404, rawBody: '<html></html>' }],
	['gives something else', { body: { status: 'ok' } }],
])('a reading that %s leaves the item unsure', async (_, fault) => {
	fail({ drop: 'before' }, { ...fault, match: { method: 'GET' } });
	const { error, details } = await create();
	expect(error).toContain(UNSURE);
	expect(details?.mayHaveBeenDone).toBe(true);
});

test('nothing is looked up if that is turned off', async () => {
	fail({ drop: 'after' });
	expect((await create(FIELDS, { lookUp: false })).error).toContain(UNSURE);
	expect(log()).toEqual(['POST']);
});
