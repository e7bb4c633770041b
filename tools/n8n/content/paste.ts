import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { n8nFolder } from '../../lib/paths';
import type { Companion } from '../instance/session';

const WIDTH = 22;

type Value = Companion['data'][string];

/** A credential type of n8n's own. */
export function n8nCredential(name: string): ICredentialType {
	const className = name.charAt(0).toUpperCase() + name.slice(1);
	const requireFromN8n = createRequire(join(n8nFolder, 'node_modules/n8n/package.json'));
	const path = `n8n-nodes-base/dist/credentials/${className}.credentials.js`;
	const { [className]: Class } = requireFromN8n(path) as Record<string, new () => ICredentialType>;
	return new Class();
}

/** As the form shows it. */
function shown({ options = [] }: INodeProperties, value: Value): string {
	const option = options.find((one) => 'value' in one && one.value === value);
	return option?.name ?? (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));
}

async function line(property: INodeProperties, value: Value, file: string): Promise<string> {
	const label = `  ${property.displayName.padEnd(WIDTH)}`;
	if (typeof value !== 'string' || !value.includes('\n')) return label + shown(property, value);
	await writeFile(file, value, { mode: 0o600 });
	return `${label}the text in ${file}`;
}

/** Describes how to fill in each credential's form. @param folder for texts of several lines */
export async function tellHowToPaste(
	credentials: Companion[],
	types: ICredentialType[],
	folder: string,
): Promise<string> {
	await mkdir(folder, { recursive: true });
	const texts = credentials.map(async ({ type, data }) => {
		const { displayName, properties } = types.find(({ name }) => name === type)!;
		const fields = properties.filter(
			({ name, default: usual }) => name in data && String(usual) !== String(data[name]),
		);
		const lines = fields.map(
			async (field) =>
				await line(field, data[field.name], join(folder, `${type}-${field.name}.pem`)),
		);
		return [displayName, ...(await Promise.all(lines))].join('\n');
	});
	return (await Promise.all(texts)).join('\n\n');
}
