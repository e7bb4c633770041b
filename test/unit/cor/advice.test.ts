import type { IDataObject } from 'n8n-workflow';

const REFUSED = { code: 'ECONNRESET', message: 'socket hang up' };
const UNTRUSTED = { code: 'SELF_SIGNED_CERT_IN_CHAIN', message: 'self-signed certificate' };

/** What is advised in a version of n8n that sends client certificates, or in one that doesn't. */
async function adviceIn(sends: boolean, failure: object, certificateFormat = 'pem') {
	let advice: string | undefined;
	await jest.isolateModulesAsync(async () => {
		jest.doMock('n8n-workflow', () => {
			const n8n = { ...jest.requireActual<IDataObject>('n8n-workflow') };
			if (!sends) delete n8n.getCredentialAllowedDomains;
			return n8n;
		});
		const { certificateAdvice } = await import('../../../nodes/Cor/certificate/advice');
		advice = certificateAdvice(failure, { certificateFormat });
	});
	return advice;
}

test('an n8n before 2.20 is told to be the cause, with the version that it takes', async () => {
	const outdated = 'This n8n sends no client certificate: update it to 2.20 or later.';

	expect(await adviceIn(false, REFUSED)).toBe(outdated);
	expect(await adviceIn(false, { status: 403 })).toBe(outdated);
	expect(await adviceIn(false, REFUSED, 'none')).toMatch(/: add one to the credential\. This n8n/);
	expect(await adviceIn(false, UNTRUSTED)).toBe(
		'This n8n ignores CA Certificates in the credential: update it to 2.20 or later.',
	);
});

test('an n8n from 2.20 on is not', async () => {
	for (const failure of [REFUSED, UNTRUSTED, { status: 403 }]) {
		for (const format of ['pem', 'none']) {
			const advice = await adviceIn(true, failure, format);
			expect(advice).toMatch(/certificate/i);
			expect(advice).not.toMatch(/This n8n/);
		}
	}
});
