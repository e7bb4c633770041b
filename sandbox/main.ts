import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serviceNames, startSandbox } from './index';
import type { Detail, SandboxOptions, ServiceState } from './index';

const usage = `Usage: npm run sandbox -- [--latency MS] [--port PORT]
  --latency  milliseconds before every answer, 0 when absent
  --port     the first of ${serviceNames.length} ports in a row; free ones when absent`;

/** Runs the services until Ctrl-C, and prints all that a credential needs. */
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
	const sandbox = await startSandbox({ ...inARow(port), latency });
	const folder = await mkdtemp(join(tmpdir(), 'dutch-business-sandbox-'));
	const stop = async () => {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	};
	process.once('SIGINT', () => void stop());
	process.once('SIGTERM', () => void stop());

	for (const name of serviceNames) await print(sandbox[name], folder);
	console.log('Running until Ctrl-C.');
}

function inARow(first: number | undefined): SandboxOptions {
	if (first === undefined) return {};
	const ports = serviceNames.map((name, index) => [name, { port: first + index }] as const);
	return Object.fromEntries(ports);
}

/** Describes a service; values for files are written into the folder. */
async function print(service: ServiceState, folder: string): Promise<void> {
	console.log(`${service.title.padEnd(10)} ${service.url}`);
	const details = service.describe();
	const width = Math.max(...details.map(({ label }) => label.length)) + 2;
	for (const detail of details) console.log(await text(detail, width, folder));
	console.log();
}

async function text(
	{ label, value, file }: Detail,
	width: number,
	folder: string,
): Promise<string> {
	if (file !== undefined) {
		const path = join(folder, file);
		await writeFile(path, value, { mode: 0o600 });
		return `  ${label.padEnd(width)}${path}`;
	}
	if (value.includes('\n')) return `\n${label}\n${value.trim()}`;
	return `  ${label.padEnd(width)}${value}`;
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
