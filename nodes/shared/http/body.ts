import { parseExact } from '../input/json';

/** Most bytes of an answer that are read, unpacked: beyond any page of any service. */
const MOST_BYTES = 50 * 1024 * 1024;

/** An answer that was not read to its end, because it is larger than any that a service gives. */
export class AnswerTooLarge extends Error {
	constructor() {
		super(`The answer is larger than ${MOST_BYTES / 1024 / 1024} MB`);
		this.name = 'AnswerTooLarge';
	}
}

/** A stream of bytes, as n8n hands one over. */
interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy?(): void;
}

const isStream = (body: unknown): body is ByteStream =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Marks at the start of a text that say how it is encoded; they go before what a header says. */
const MARKS: Array<[bytes: string, encoding: string]> = [
	['efbbbf', 'utf-8'],
	['fffe', 'utf-16le'],
	['feff', 'utf-16be'],
];

/** A decoder for an encoding; of one that is not known, UTF-8. */
function decoderFor(label: string) {
	try {
		return new TextDecoder(label);
	} catch {
		return new TextDecoder();
	}
}

/** Text of bytes, in the encoding that they are marked with, or that their Content-Type names. */
function decode(bytes: Buffer, contentType: unknown): string {
	const start = bytes.subarray(0, 3).toString('hex');
	const marked = MARKS.find(([mark]) => start.startsWith(mark))?.[1];
	const named = /charset\s*=\s*["']?([^"';,\s]+)/i.exec(String(contentType ?? ''))?.[1];
	return decoderFor(marked ?? named ?? 'utf-8').decode(bytes);
}

async function readBytes(stream: ByteStream, maximum: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Leaving the loop early ends the connection.
	for await (const chunk of stream) {
		size += chunk.byteLength;
		if (size > maximum) throw new AnswerTooLarge();
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** Levels of JSON that are read: deeper than any answer, and no deeper than n8n itself can go. */
const MOST_LEVELS = 200;

function isTooDeep(value: unknown, left = MOST_LEVELS): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return left === 0 || Object.values(value).some((part) => isTooDeep(part, left - 1));
}

/** JSON where the text is JSON that can be handled, else the text. */
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
 * @param body a stream, or what has been read already
 * @param contentType of the answer; without an encoding in it: UTF-8
 * @param maximum bytes, for a test
 * @returns parsed JSON; text where it is none; empty where there is nothing
 * @throws AnswerTooLarge, and what the connection or the unpacking fails with
 */
export async function readBody(
	body: unknown,
	contentType?: unknown,
	maximum = MOST_BYTES,
): Promise<unknown> {
	return isStream(body) ? parse(decode(await readBytes(body, maximum), contentType)) : body;
}
