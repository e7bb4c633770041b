import * as workflow from 'n8n-workflow';

/** Imports a module as in a version of n8n that sends client certificates, or in one that doesn't. */
export async function importIn<T>(sends: boolean, load: () => Promise<T>): Promise<T> {
	const n8n: Partial<typeof workflow> = { ...workflow };
	if (!sends) delete n8n.getCredentialAllowedDomains;
	let loaded!: T;
	await jest.isolateModulesAsync(async () => {
		jest.doMock('n8n-workflow', () => n8n);
		loaded = await load();
	});
	return loaded;
}
