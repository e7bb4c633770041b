/** One element of a structure in BER or DER (X.690), with all that lies in it. */
export interface Element {
	/** Its first byte: class, form and number. */
	tag: number;
	content: Buffer;
	/** Offset of the byte behind it. */
	end: number;
}

export const INTEGER = 0x02;
export const OCTET_STRING = 0x04;
export const OBJECT_ID = 0x06;
export const SEQUENCE = 0x30;
/** A tag of its own around another element: `[0] EXPLICIT`. */
export const EXPLICIT_0 = 0xa0;

const CONSTRUCTED = 0x20;

/** Elements in elements that are read; a file that needs more is none that we know. */
const DEEPEST = 30;

/** Thrown where an element says that it is longer than what is there. */
export class CutOffError extends Error {}

/** Length and header of an element; -1 for one that ends with a mark (indefinite length). */
function readLength(bytes: Buffer, at: number): { length: number; start: number } {
	const first = bytes[at];
	if (first === undefined) throw new CutOffError();
	if (first < 0x80) return { length: first, start: at + 1 };
	if (first === 0x80) return { length: -1, start: at + 1 };
	const size = first & 0x7f;
	if (size > 6 || at + size >= bytes.length) throw new CutOffError();
	return { length: bytes.readUIntBE(at + 1, size), start: at + 1 + size };
}

/**
 * Reads the element at an offset.
 * @throws CutOffError where the bytes end before the element does
 */
export function readElement(bytes: Buffer, at = 0, depth = 0): Element {
	const tag = bytes[at];
	if (tag === undefined || depth > DEEPEST) throw new CutOffError();
	const { length, start } = readLength(bytes, at + 1);
	if (length >= 0) {
		const end = start + length;
		if (end > bytes.length) throw new CutOffError();
		return { tag, content: bytes.subarray(start, end), end };
	}
	let next = start;
	while (bytes[next] !== 0 || bytes[next + 1] !== 0) next = readElement(bytes, next, depth + 1).end;
	return { tag, content: bytes.subarray(start, next), end: next + 2 };
}

/** The elements that an element consists of. @throws CutOffError */
export function childrenOf({ content }: Element): Element[] {
	const children: Element[] = [];
	for (let at = 0; at < content.length; ) {
		const child = readElement(content, at);
		children.push(child);
		at = child.end;
	}
	return children;
}

/** The bytes of an octet string, which BER may give in pieces. @throws CutOffError */
export const octetsOf = (element: Element): Buffer =>
	element.tag & CONSTRUCTED ? Buffer.concat(childrenOf(element).map(octetsOf)) : element.content;
