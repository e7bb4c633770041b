import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ourCredentials } from '../../../tools/n8n/content/nodeTypes';
import { tellHowToPaste } from '../../../tools/n8n/content/paste';
import { nodeServiceNames, startSandbox, type Sandbox } from '../../../sandbox';

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	folder = mkdtempSync(join(tmpdir(), 'paste-'));
});

afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true });
});

test('lists the fields of each credential as in its form, and writes texts of several lines to files', async () => {
	const credentials = nodeServiceNames.map((name) => sandbox[name].credential);
	const text = await tellHowToPaste(credentials, ourCredentials, folder);
	const [corlega, inboxify, cor] = text.split('\n\n').map((part) => part.split('\n'));

	expect(corlega).toEqual([
		'Corlega API',
		expect.stringMatching(`^ +API Key +${sandbox.corlega.keys.full}$`),
		expect.stringMatching(`^ +Base URL +${sandbox.corlega.url}$`),
	]);
	expect(inboxify).toEqual([
		'Inboxify API',
		expect.stringMatching(`^ +API Key +${sandbox.inboxify.apiKey}$`),
		expect.stringMatching(`^ +Secret Key +${sandbox.inboxify.secretKey}$`),
		expect.stringMatching(`^ +Base URL +${sandbox.inboxify.url}$`),
	]);
	expect(cor[0]).toBe('COR (OIN Register) API');
	expect(cor).toContainEqual(expect.stringMatching(/^ +Environment +Custom/));

	const { certificate, privateKey, ca } = sandbox.cor.credential.data;
	const paths = cor.flatMap((line) => /the text in (.+)$/.exec(line)?.slice(1) ?? []);
	const texts = paths.map((path) => readFileSync(path, 'utf8'));
	expect(texts.sort()).toEqual([certificate, privateKey, ca].sort());
	expect(text).not.toContain('BEGIN');
});
