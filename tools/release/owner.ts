import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What only the owner of the packages can fill in, in `owner.json`. */
export interface Owner {
	/** The GitHub organisation or user with the repositories. */
	organisation: string;
	author: string;
	/** In package.json, and for private reports. */
	email: string;
}

/** Names of the examples, and domains that RFC 2606 reserves. */
const PLACEHOLDERS: Record<keyof Owner, RegExp> = {
	organisation: /^(example-.*)?$/i,
	author: /^(example .*)?$/i,
	email: /^$|@(.*\.)?(example(\.(com|net|org))?|invalid)$/i,
};

export async function readOwner(folder: string): Promise<Owner> {
	return JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as Owner;
}

export function placeholdersIn(owner: Owner): string[] {
	const fields = Object.keys(PLACEHOLDERS) as Array<keyof Owner>;
	return fields
		.filter((field) => PLACEHOLDERS[field].test((owner[field] ?? '').trim()))
		.map((field) => `owner.json: ${field} is a placeholder, "${owner[field] ?? ''}"`);
}
