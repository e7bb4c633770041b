import type { IDataObject } from 'n8n-workflow';
import { createServer } from 'node:net';

import { ENVIRONMENTS } from '../../../nodes/Cor/environment';
import { PolledTrigger } from '../../../tools/engine/PolledTrigger';
import { sharedWorld } from '../../../tools/engine/world';
import { OK, testCredential } from '../credentials/testCredential';
import { cases } from '../operations/cor.cases';
import { tryOperation } from '../operations/tryOperation';
import { ModeTrigger } from '../trigger/ModeTrigger';

const world = sharedWorld();

const addresses = ENVIRONMENTS as { -readonly [Name in keyof typeof ENVIRONMENTS]: string };
const real = { ...addresses };
beforeEach(() => {
	const { cor } = world.sandbox;
	Object.assign(addresses, { production: cor.url, oinRegister: cor.todayUrl });
	cor.requireApiKey = true;
});
afterEach(() => {
	jest.restoreAllMocks();
	Object.assign(addresses, real);
});

const cor = () => world.sandbox.cor;

/** A credential of the document's address, as n8n stores it. */
const former = (more: IDataObject = {}): IDataObject => ({
	...world.credentials('cor'),
	environment: 'production',
	...more,
});
/** A credential of today's address: Certificate Format is PEM unless somebody changes it. */
const today = (more: IDataObject = {}): IDataObject => ({
	environment: 'oinRegister',
	apiKey: cor().apiKey,
	ca: cor().certificates.ca,
	...more,
});

/** Nothing listens at either address of the register any more. */
async function nobody(): Promise<void> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as { port: number };
	await new Promise((resolve) => server.close(resolve));
	const dead = `https://127.0.0.1:${port}`;
	Object.assign(addresses, { production: `${dead}/registers`, oinRegister: `${dead}/api/v1` });
}

function answer(status: number, rawBody: string, contentType = 'text/html'): void {
	cor().faults.push({ status, rawBody, contentType, times: 9 });
}

const MOVED =
	/The register is now at oinregister\.logius\.nl: choose Production \(oinregister\.logius\.nl\) as Environment in the credential\./;
const NO_API = /^There is no COR API at this Base URL\./;

test('the addresses are those of the documents', () => {
	expect(real).toMatchObject({
		production: 'https://portaal.digikoppeling.nl/registers/api/v1',
		oinRegister: 'https://oinregister.logius.nl/api/v1',
	});
});

describe('the credential test', () => {
	test.each<[string, () => IDataObject]>([
		['a certificate, at the former address', () => former()],
		['an API key, at the address of today', () => today()],
		['an API key with white space around it', () => today({ apiKey: ` ${cor().apiKey}\n` })],
		['an API key and a certificate', () => ({ ...former(), ...today() })],
		[
			'an API key and no certificate, at an address of your own',
			() => today({ environment: 'custom', baseUrl: cor().todayUrl }),
		],
		[
			'no key, where the register wants none',
			() => {
				cor().requireApiKey = false;
				return today({ apiKey: '' });
			},
		],
	])('accepts %s', async (_, credentials) => {
		expect(await testCredential('corApi', credentials())).toEqual(OK);
	});

	test.each<[string, () => IDataObject, RegExp[]]>([
		['a wrong key', () => today({ apiKey: 'wrong' }), [/HTTP 401/, /does not accept the API Key/]],
		['no key', () => today({ apiKey: '' }), [/HTTP 401/, /may want an API key/]],
		[
			'a key with an invisible character',
			() => today({ apiKey: 'a\u200bb' }),
			[/^The API Key in the credential/],
		],
		[
			'no certificate at the former address',
			() => former({ certificate: '', privateKey: '' }),
			[/^The Certificate in the credential is empty/],
		],
	])('explains %s', async (_, credentials, sentences) => {
		const { status, message } = await testCredential('corApi', credentials());

		expect(status).toBe('Error');
		for (const sentence of sentences) expect(message).toMatch(sentence);
		expect(message).not.toContain(cor().apiKey);
	});

	test.each<[string, () => void | Promise<void>, RegExp]>([
		['a dead host', nobody, /connection to COR failed/],
		[
			'a host with no such name',
			() => void (addresses.production = 'https://register.invalid/registers/api/v1'),
			/connection to COR failed/,
		],
		['a page of text', () => answer(200, '<html>Moved</html>'), /unexpected response/],
		['a page of text with 404', () => answer(404, '<html>Not found</html>'), NO_API],
		['a 404', () => answer(404, '{}', 'application/json'), NO_API],
	])('says where the register is now for %s at the former address', async (_, happen, sentence) => {
		await happen();
		const { status, message } = await testCredential('corApi', former());

		expect(status).toBe('Error');
		expect(message).toMatch(sentence);
		expect(message).toMatch(MOVED);
	});

	test.each<[string, () => void | Promise<void>]>([
		['a dead host', nobody],
		['a page of text', () => answer(200, '<html>?</html>')],
	])('does not send anybody elsewhere for %s at the address of today', async (_, happen) => {
		await happen();
		const { status, message } = await testCredential('corApi', today());

		expect(status).toBe('Error');
		expect(message).not.toMatch(MOVED);
	});
});

test.each<[string, () => void, boolean?]>([
	['a page of text', () => answer(200, '<html>Moved</html>')],
	['a page of text with 404', () => answer(404, '<html>Moved</html>')],
	// Its poll would wait for real between its attempts.
	['no connection', () => void cor().faults.push({ drop: 'before', times: 9 }), false],
])(
	'an operation and the trigger say the same of %s at the former address',
	async (_, happen, polls = true) => {
		for (const operation of [
			'organisation.getAll',
			'register.getLastChange',
			'organisation.match',
		]) {
			happen();
			const parameters = { name: 'Sluis', options: { maxAttempts: 1 } };
			const { error } = await world.run('cor', operation, parameters, { credentials: former() });
			expect(error?.description).toMatch(MOVED);
			cor().faults.length = 0;
		}
		if (!polls) return;
		happen();
		const trigger = new PolledTrigger('cor', { events: ['organisationChanged'] }, former());
		await expect(trigger.poll('manual')).rejects.toMatchObject({
			description: expect.stringMatching(MOVED),
		});
	},
);

test('a search without results is no sign that the register has moved', async () => {
	const parameters = { filters: { naam: 'Nergens' } };
	const { error, json } = await world.run('cor', 'organisation.getAll', parameters, {
		credentials: former(),
	});
	expect([error, json]).toEqual([undefined, []]);
});

describe('every operation runs at the address of today', () => {
	test.each(Object.keys(cases(cor)))('%s', async (operation) => {
		const { id, name, type, data } = cor().todayCredential;
		jest.spyOn(cor(), 'credential', 'get').mockReturnValue({ id, name, type, data });
		await tryOperation(world, 'cor', operation, cases(cor)[operation]);

		const [{ headers, rawPath }] = cor().requests;
		expect(headers.apikey).toBe(cor().apiKey);
		expect(rawPath).toMatch(/^\/api\/v1\//);
	});
});

test('a trigger goes on at the other address of the same register: nothing is reported twice or lost', async () => {
	const events = ['organisationAdded', 'organisationChanged'];
	const trigger = new ModeTrigger('default', 'cor', { events }, former());
	await trigger.activate();
	const change = (naam: string) => cor().change(cor().organisations[9].oin, { naam });
	for (const [naam, credentials] of [
		['Een', today()],
		['Twee', former()],
		['Drie', today()],
	] as const) {
		trigger.use(credentials);
		change(naam);
		expect(await trigger.tick()).toMatchObject([{ naam, event: 'organisationChanged' }]);
		expect(await trigger.tick()).toEqual([]);
	}
});

test('another environment is another register', async () => {
	const trigger = new ModeTrigger('default', 'cor', { events: ['organisationChanged'] }, former());
	await trigger.activate();
	trigger.use(today({ environment: 'custom', baseUrl: `${cor().todayUrl}` }));
	addresses.oinRegister = real.oinRegister;
	cor().change(cor().organisations[9].oin, { naam: 'Anders' });

	expect(await trigger.tick()).toEqual([]);
});
