import { isBlank } from '../../shared/input/check';

/** Lines around base64 text, as PEM has them; `certutil -encode` puts them around any file. */
const LINES = /-----(BEGIN|END)[^-]*-----/g;

/**
 * The bytes that a text holds in base64: with or without lines around it, with line breaks as they
 * are or written out, with the beginning of a data URL.
 * @returns nothing where the text is no base64
 */
export function base64Of(text: string): Buffer {
	const base64 = text
		.replace(LINES, '')
		.replace(/\\r|\\n/g, '')
		.replace(/^\s*data:[^,]*,/, '')
		.replace(/[\s"'\u200b\ufeff]+/g, '')
		.replace(/-/g, '+')
		.replace(/_/g, '/');
	const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(base64);
	return isBase64 ? Buffer.from(base64, 'base64') : Buffer.alloc(0);
}

/** What a passphrase may be meant as: as it was entered, and without spaces around it. */
export function passphrasesOf(value: unknown): string[] {
	if (isBlank(value)) return [''];
	const text = String(value);
	return [...new Set([text, text.trim()])];
}
