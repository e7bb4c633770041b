import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter values look like ordinary words; no key is that short. */
const SHORTEST = 8;

/** Every form of a secret that would reveal it. */
export function formsOf(secret: string): string[] {
	const trimmed = secret.trim();
	const lines = trimmed
		.split(/\s+|\\n/)
		.filter((line) => line.length >= 16 && !/^-----|-----$/.test(line));
	const forms = [secret, trimmed, ...lines].flatMap((text) => [
		text,
		encodeURIComponent(text),
		JSON.stringify(text).slice(1, -1),
		// As it is printed within quotation marks.
		JSON.stringify(text).slice(1, -1).replaceAll('\\', '\\\\'),
		Buffer.from(text).toString('base64'),
		Buffer.from(text).toString('base64url'),
		Buffer.from(text).toString('hex'),
	]);
	return [...new Set(forms)].filter((form) => form.trim().length >= SHORTEST);
}

/** A secret in an output, without the secret itself. */
export interface Finding {
	file: string;
	/** What is before it, and its first characters. */
	where: string;
}

function findIn(file: string, text: string, forms: Iterable<string>): Finding[] {
	const findings: Finding[] = [];
	for (const form of forms) {
		const at = text.indexOf(form);
		if (at < 0) continue;
		const before = text.slice(Math.max(0, at - 200), at);
		findings.push({ file, where: `${before}<${form.slice(0, 4)}... ${form.length} characters>` });
	}
	return findings;
}

/** Searches for secrets in all that was collected in a directory. */
export function scan(directory: string) {
	const files = readdirSync(directory);
	const read = (file: string) => readFileSync(join(directory, file), 'utf8');
	const secrets = new Set(
		files
			.filter((file) => file.endsWith('.secrets'))
			.flatMap((file) => read(file).trim().split('\n'))
			.flatMap((line) => JSON.parse(line) as string[]),
	);
	const forms = new Set([...secrets].flatMap(formsOf));
	const outputs = files.filter((file) => !file.endsWith('.secrets'));
	let size = 0;
	const findings = outputs.flatMap((file) => {
		const text = read(file);
		size += text.length;
		return findIn(file, text, forms);
	});
	return { findings, secrets: secrets.size, forms: forms.size, size };
}
