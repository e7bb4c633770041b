import type { ICredentialType, IDataObject } from 'n8n-workflow';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';

const WHOLE = {
	depth: Infinity,
	maxArrayLength: Infinity,
	maxStringLength: Infinity,
	breakLength: Infinity,
	compact: true,
};

/** A certificate is public, though masked. */
const secretFields = ({ properties }: ICredentialType): string[] =>
	properties
		.filter(({ name, typeOptions }) => typeOptions?.password && name !== 'certificate')
		.map(({ name }) => name);

/** Saves an output and the secrets for `npm run test:secrets`; does nothing in other runs. */
export function collect(type: ICredentialType, credentials: IDataObject, output: unknown): void {
	const directory = process.env.SECRETS_DIRECTORY;
	if (directory === undefined) return;
	const secrets = secretFields(type).map((name) => String(credentials[name] ?? ''));
	const file = join(directory, String(process.pid));
	appendFileSync(`${file}.output`, `${inspect(output, WHOLE)}\n`);
	appendFileSync(`${file}.secrets`, `${JSON.stringify(secrets)}\n`);
}
