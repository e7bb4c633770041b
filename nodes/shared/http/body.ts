import { parseExact } from '../input/json';

/** Most bytes to read of an unpacked answer: more than any page of any service. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Most levels of JSON: deeper than any answer, and as deep as n8n itself can go. */
const MAX_LEVELS = 200;

const tooLarge = (): Error => {
	const error = new Error(`The answer is larger than ${MAX_BYTES / 1024 / 1024} MB`);
	return Object.assign(error, { code: 'ERR_TOO_LARGE' });
};

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Byte order marks; they override the header. */
const MARKS = { efbbbf: 'utf-8', fffe: 'utf-16le', feff: 'utf-16be' };

/** Decodes by the byte order mark, else by the Content-Type; as UTF-8 if neither names an encoding. */
function decode(bytes: Buffer, contentType: unknown): string {
	const start = bytes.toString('hex', 0, 3);
	const marked = Object.entries(MARKS).find(([mark]) => start.startsWith(mark))?.[1];
	const named = /charset\s*=\s*["']?([^"';,\s]+)/i.exec(String(contentType ?? ''))?.[1];
	try {
		return new TextDecoder(marked ?? named).decode(bytes);
	} catch {
		return bytes.toString();
	}
}

async function readBytes(stream: AsyncIterable<Uint8Array>, maximum: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop early closes the connection.
	for await (const chunk of stream) {
		size += chunk.byteLength;
		if (size > maximum) throw tooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}

function isTooDeep(value: unknown, levels = MAX_LEVELS): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1));
}

/** Parses JSON that n8n can handle; other text stays text. */
function parse(text: string): unknown {
	if (text.trim() === '') return '';
	try {
		const value = parseExact(text);
		return isTooDeep(value) ? text : value;
	} catch {
		return text;
	}
}

/**
 * Reads the body of an answer.
 * @param body a stream, or a body that has been read already
 * @param contentType of the answer; without an encoding: UTF-8
 * @param maximum bytes, for a test
 * @returns parsed JSON, or text that is not JSON; an empty text for an empty body
 * @throws ERR_TOO_LARGE, and any error of the connection or the unpacking
 */
export async function readBody(
	body: unknown,
	contentType?: unknown,
	maximum = MAX_BYTES,
): Promise<unknown> {
	return isStream(body) ? parse(decode(await readBytes(body, maximum), contentType)) : body;
}
