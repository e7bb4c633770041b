import type { IDataObject } from 'n8n-workflow';
import { inspect } from 'node:util';

import type { LoggedRequest } from '../../../sandbox';
import { formsOf } from '../../secrets/scan';
import type { Report } from './itemReport';

const LONGEST = 2_000;

/** What no error may show: the credential's secrets, and what is derived from them. */
export function secretsOf(credentials: IDataObject, requests: LoggedRequest[]): string[] {
	const { apiKey, secretKey, privateKey } = credentials;
	const basic = Buffer.from(`${String(apiKey)}:${String(secretKey)}`).toString('base64');
	const given = [apiKey, secretKey, privateKey].flatMap((value) => formsOf(String(value ?? '')));
	const sent = requests.flatMap(({ headers: { signature, authorization } }) => [
		signature,
		authorization?.replace(/^\S+ /, ''),
	]);
	return [...new Set([basic, ...given, ...sent])].filter(
		(secret): secret is string => secret !== undefined && secret.length > 5,
	);
}

function problemsOf(text: string): string[] {
	const start = text.slice(0, 200);
	return [
		...(text.length > LONGEST ? [`has ${text.length} characters: ${start}`] : []),
		...(text.includes('[object ') ? [`says [object ...]: ${start}`] : []),
		...(/\b(undefined|NaN)\b/.test(text) ? [`says undefined or NaN: ${start}`] : []),
		...(text.trim() === '' ? ['says nothing'] : []),
	];
}

/** Problems in the error texts of a run. */
export function judgeTexts(report: Report, secrets: string[]): string[] {
	const { error, errorItems, reasons } = report;
	const texts = [
		...(error ? [error.message, error.description ?? 'none'] : []),
		...errorItems.flatMap((item) => [
			item.message,
			item.error.message,
			item.error.description ?? 'none',
		]),
		...reasons,
	];
	const worded = [...new Set(texts.flatMap(problemsOf))].map((problem) => `a text ${problem}`);

	const unnumbered = errorItems
		.filter(({ index, message }) => {
			const numbers = message.match(/\[item \d+\]/g) ?? [];
			return numbers.length !== 1 || numbers[0] !== `[item ${index}]`;
		})
		.map(({ index, message }) => `the error of item ${index} has not its number once: ${message}`);

	const everything = inspect([error, errorItems, reasons], { depth: 8, maxStringLength: 20_000 });
	const leaked = secrets.some((secret) => everything.includes(secret));
	return [...worded, ...unnumbered, ...(leaked ? ['a secret is shown in an error'] : [])];
}
