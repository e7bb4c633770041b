import type { ICredentialTestFunctions, IDataObject } from 'n8n-workflow';

import { makeCertificates } from '../../../sandbox/cor/state/certificates';
import { importIn } from './importIn';

const credentials = { environment: 'production', certificateFormat: 'pfx', apiVersion: '1.1' };

/** Loads the test as a version of n8n would, and records what it sends. */
async function sentBy(sendsCertificates: boolean) {
	const sent: IDataObject[] = [];
	const request = async (options: IDataObject) => {
		sent.push(options);
		return { statusCode: 200, headers: {}, body: '2026-11-01T10:00:00Z' };
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const { pfx } = await makeCertificates();
	const { credentialTest } = await importIn(
		sendsCertificates,
		async () => await import('../../../nodes/Cor/credential'),
	);
	const data = { ...credentials, ...pfx };
	const credential = { id: '1', name: 'Test', type: 'corApi', data };
	const result = await credentialTest.corApiTest.call(context, credential);
	return { result, sent };
}

test('a test sends the client certificate where nodes send it', async () => {
	const { result, sent } = await sentBy(true);

	expect(result).toEqual({ status: 'OK', message: 'Connection successful!' });
	expect(sent).toEqual([
		expect.objectContaining({
			uri: 'https://portaal.digikoppeling.nl/registers/api/v1/laatsteWijziging',
			followRedirect: false,
			agentOptions: expect.objectContaining({ pfx: expect.any(Buffer) }),
		}),
	]);
});

test('a test sends no client certificate in an n8n that sends none for nodes: before 2.20', async () => {
	const { sent } = await sentBy(false);

	expect(sent).toHaveLength(1);
	expect(sent[0]).not.toHaveProperty('agentOptions');
});
