import type { IDataObject } from 'n8n-workflow';

import type { World } from '../../../tools/engine/world';

/** PEM text with spaces for line breaks. */
export const oneLine = (pem: string): string => pem.trim().replace(/\r?\n/g, ' ');

/** Base64 text in lines, as programs write it. */
export const inLines = (base64: string, end = '\n'): string =>
	(base64.match(/.{1,64}/g) ?? []).map((line) => line + end).join('');

/** What `certutil -encode` makes of any file. */
export const byCertutil = (base64: string): string =>
	`-----BEGIN CERTIFICATE-----\r\n${inLines(base64, '\r\n')}-----END CERTIFICATE-----\r\n`;

/** Asks the register something with other fields in the credential. */
export const runWith = async (world: World, credentials: IDataObject, maxAttempts: number) =>
	await world.run(
		'cor',
		'register.getLastChange',
		{ options: { maxAttempts } },
		{ credentials: { ...world.credentials('cor'), ...credentials } },
	);
