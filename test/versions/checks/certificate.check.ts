import type { IDataObject } from 'n8n-workflow';
import { testCredential } from '../../engine/credentials/testCredential';
import { sharedWorld } from '../../../tools/engine/world';
import { sendsCertificates } from './reachableWorld';

const world = sharedWorld();
const certificates = () => world.sandbox.cor.certificates;

const formats: Array<[string, () => IDataObject]> = [
	['PEM', () => ({})],
	['PEM with an encrypted key', () => ({ ...certificates().encryptedClient })],
	['PKCS#12', () => ({ certificateFormat: 'pfx', ...certificates().pfx })],
];

const credentials = (given: IDataObject) => ({ ...world.credentials('cor'), ...given });

const run = async (given: IDataObject) =>
	await world.run('cor', 'register.getLastChange', {}, { credentials: credentials(given) });

describe('COR with a client certificate', () => {
	if (sendsCertificates) {
		test.each(formats)('%s', async (_, given) => {
			const { error, json } = await run(given());

			expect(error).toBeUndefined();
			expect(json).toHaveLength(1);
			expect((await testCredential('corApi', credentials(given()))).status).toBe('OK');
		});
	} else {
		test.each(formats)('%s: the error names the version that it takes', async (_, given) => {
			const { error } = await run(given());

			expect(error?.description).toMatch(/This n8n .*: update it to 2\.20 or later\.$/);
			// It does not retry.
			expect(world.sandbox.cor.connections).toBe(1);
			const { status, message } = await testCredential('corApi', credentials(given()));
			expect(status).toBe('Error');
			expect(message).toMatch(/This n8n .*: update it to 2\.20 or later\.$/);
		});
	}
});
