import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What only the owner of the packages can fill in; it stands in `owner.json` and goes from there. */
export interface Owner {
	/** The GitHub organisation or user that has the repositories, each named after its package. */
	organisation: string;
	/** The name in package.json and in the licence. */
	author: string;
	/** The address in package.json, and for what has to be reported in private. */
	email: string;
}

/** Names that nobody can have: those of the examples, and the domains that RFC 2606 keeps free. */
const PLACEHOLDERS: Record<keyof Owner, RegExp> = {
	organisation: /^(example-.*)?$/i,
	author: /^(example .*)?$/i,
	email: /^$|@(.*\.)?(example(\.(com|net|org))?|invalid)$/i,
};

/** @throws Error where the folder has no owner.json */
export async function readOwner(folder: string): Promise<Owner> {
	return JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8')) as Owner;
}

/** What is still to be filled in, a line for each; empty where nothing is. */
export function placeholdersIn(owner: Owner): string[] {
	const fields = Object.keys(PLACEHOLDERS) as Array<keyof Owner>;
	return fields
		.filter((field) => PLACEHOLDERS[field].test((owner[field] ?? '').trim()))
		.map((field) => `owner.json: ${field} is a placeholder, "${owner[field] ?? ''}"`);
}
