import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox, type Sandbox } from './index';

const usage = `Usage: npm run sandbox -- [--latency MS] [--port PORT]
  --latency  milliseconds before every answer, 0 when absent
  --port     the first of four ports in a row; free ones when absent`;

/** Runs the services until Ctrl-C, with all that a credential needs printed. */
async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			latency: { type: 'string' },
			port: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
	if (values.help) return console.log(usage);
	const latency = numberOf('--latency', values.latency);
	const port = numberOf('--port', values.port);

	const sandbox = await startSandbox({
		latency,
		corlega: { port },
		inboxify: { port: port && port + 1 },
		cor: { port: port && port + 2 },
		openai: { port: port && port + 3 },
	});
	const folder = await mkdtemp(join(tmpdir(), 'dutch-business-sandbox-'));
	printCorlega(sandbox);
	printInboxify(sandbox);
	printOpenAi(sandbox);
	await printCor(sandbox, folder);
	console.log('\nRunning until Ctrl-C.');

	const stop = async () => {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());
}

function printCorlega({ corlega }: Sandbox): void {
	const { contacts, quotes, invoices } = corlega;
	const { full, contactsOnly, readOnly, webhooksOnly } = corlega.keys;
	console.log(`Corlega      ${corlega.url}
  API keys   ${full}  scope *
             ${contactsOnly}  scope contacts.*
             ${readOnly}  read scopes only
             ${webhooksOnly}  scope webhooks.read
  Contacts   ${contacts.size}, quotes ${quotes.size}, invoices ${invoices.size}
`);
}

function printInboxify({ inboxify }: Sandbox): void {
	const lists = inboxify.lists.rows.map(({ name, contacts }) => `${name} (${contacts.size})`);
	console.log(`Inboxify     ${inboxify.url}
  API key    ${inboxify.apiKey}
  Secret key ${inboxify.secretKey}
  Lists      ${lists.join(', ')}
`);
}

function printOpenAi({ openai }: Sandbox): void {
	console.log(`OpenAI       ${openai.url}, a scripted stand-in
  API key    ${openai.apiKey}
`);
}

async function printCor({ cor }: Sandbox, folder: string): Promise<void> {
	const { ca, client, encryptedClient, pfx, unknownClient } = cor.certificates;
	const write = async (name: string, content: string) => {
		const path = join(folder, name);
		await writeFile(path, content, { mode: 0o600 });
		return path;
	};
	console.log(`COR          ${cor.url}
  Register   ${cor.organisations.length} organisations
  Authority        ${await write('ca.pem', ca)}
  Certificate      ${await write('client.pem', client.certificate)}
  Private key      ${await write('client-key.pem', client.privateKey)}
  Encrypted key    ${await write('client-key-encrypted.pem', encryptedClient.privateKey)}
                   passphrase ${encryptedClient.passphrase}
  PKCS#12, base64  ${await write('client.pfx.txt', pfx.pfx)}
                   passphrase ${pfx.passphrase}
  Unknown client   ${await write('unknown-client.pem', unknownClient.certificate)}
                   ${await write('unknown-client-key.pem', unknownClient.privateKey)}

Certificate
${client.certificate.trim()}

Private key
${client.privateKey.trim()}

Authority (CA)
${ca.trim()}`);
}

function numberOf(flag: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d{1,5}$/.test(text)) throw new Error(`${flag} takes a whole number.\n${usage}`);
	return Number(text);
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
