import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import type { Companion } from '../instance/companions';
import { ourCredentials } from './nodeTypes';

const WIDTH = 22;

/** `disableStartTls` as a label has it: `Disable Start Tls`. */
const titled = (name: string): string =>
	name.replace(/[A-Z]/g, ' $&').replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** What a field shows for a value: the name of an option. */
function shown(property: INodeProperties | undefined, value: Companion['data'][string]): string {
	const option = property?.options?.find((one) => 'value' in one && one.value === value);
	return option?.name ?? String(value);
}

async function line(
	property: INodeProperties | undefined,
	[name, value]: [string, Companion['data'][string]],
	file: string,
): Promise<string> {
	const label = `  ${(property?.displayName ?? titled(name)).padEnd(WIDTH)}`;
	if (typeof value !== 'string' || !value.includes('\n')) return label + shown(property, value);
	await writeFile(file, value, { mode: 0o600 });
	return `${label}the text in ${file}`;
}

/**
 * Tells how to fill in the form of each credential by hand: the fields as the form names them, without
 * those that have their value already.
 * @param folder is made, for the texts of several lines
 */
export async function tellHowToPaste(credentials: Companion[], folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	const texts = credentials.map(async ({ type, name, data }) => {
		const known = ourCredentials.find((candidate) => candidate.name === type);
		const propertyOf = (field: string) => known?.properties.find((one) => one.name === field);
		const fields = Object.entries(data).filter(
			([field, value]) => propertyOf(field)?.default !== value,
		);
		const lines = fields.map(
			async (field) =>
				await line(propertyOf(field[0]), field, join(folder, `${type}-${field[0]}.pem`)),
		);
		return [known?.displayName ?? name, ...(await Promise.all(lines))].join('\n');
	});
	return (await Promise.all(texts)).join('\n\n');
}
