import { isObject } from '../shared/input/check';

/** A text of an answer, with the name of the field that it stood in. */
interface Text {
	field?: string;
	text: string;
}

/** What an answer says about the contacts that failed. */
export interface Failures {
	/** Per address in lower case, what was said about it; undefined where that is nothing. */
	reasons: Map<string, string | undefined>;
	/** How many entries named an address. */
	named: number;
	/** What the entries say that name none, one for each. */
	unnamed: string[];
	/** What stood there in place of a list of failures. */
	remark?: string;
}

/** Fields that are likely to hold the reason; the document says only 'a list with error messages'. */
const REASON_FIELD = /message|error|reason|melding|reden|description/i;

/** What says that nothing went wrong. */
const GOOD = /^(ok|succes|success|true|\d+)$/i;

/** Fields in which a number is no good news. */
const BAD_FIELD = /fail|error|fout|code/i;

/** How deep an answer is read: deeper than any that a service gives. */
const DEEPEST = 20;

/** Most characters of a reason. */
const LONGEST_REASON = 600;

const isAddress = (key: string): boolean => key.includes('@');

/** Collects the texts and numbers of an entry, however deep they stand. */
function collect(value: unknown, field?: string, depth = 0): Text[] {
	if (depth > DEEPEST || value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap((element) => collect(element, field, depth + 1));
	if (!isObject(value)) return [{ field, text: String(value) }];
	return Object.entries(value).flatMap(([key, child]) =>
		isAddress(key)
			? [{ text: key }, ...collect(child, undefined, depth + 1)]
			: collect(child, key, depth + 1),
	);
}

const normal = (text: string): string => text.trim().toLowerCase();

/** Characters within an address, beside which none can start, nor end. */
const BEFORE = /[\p{L}\p{N}_+.-]/u;
const AFTER = /[\p{L}\p{N}_-]/u;

/** Most characters before an @ and after it that are looked at (RFC 5321). */
const LONGEST_PART = 255;

/** The longest address that was sent and stands around an @ of a text; undefined where none does. */
function addressAround(text: string, at: number, sent: Set<string>): string | undefined {
	const before = /\S*$/.exec(text.slice(Math.max(0, at - LONGEST_PART), at))![0].length;
	const after = /^[^\s@]*/.exec(text.slice(at + 1, at + 1 + LONGEST_PART))![0].length;
	for (let start = at - before; start < at; start++) {
		if (BEFORE.test(text[start - 1] ?? '')) continue;
		for (let end = at + 1 + after; end > at + 1; end--) {
			if (AFTER.test(text[end] ?? '')) continue;
			const candidate = text.slice(start, end);
			if (sent.has(candidate)) return candidate;
		}
	}
	return undefined;
}

/** The addresses that were sent and stand in a text. */
function sentIn(text: string, sent: Set<string>): string[] {
	const lower = text.toLowerCase();
	return [...lower.matchAll(/@/g)].flatMap(({ index }) => addressAround(lower, index, sent) ?? []);
}

/** The addresses among those sent that an entry is about: alone in a field, or within a sentence. */
function addressesIn(texts: Text[], sent: Set<string>): string[] {
	const alone = texts.filter(({ text }) => sent.has(normal(text)));
	// Of two fields with an address, the first says whose failure it is.
	const found = alone
		.filter(({ field }) => field === alone[0].field)
		.map(({ text }) => normal(text));
	const all = alone.length > 0 ? found : texts.flatMap(({ text }) => sentIn(text, sent));
	return [...new Set(all)].filter((candidate) => sent.has(candidate));
}

const cut = (text: string): string =>
	text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}...` : text;

/** The reason in the service's words; what else the entry holds follows in brackets. */
function reasonOf(texts: Text[], addresses: string[]): string | undefined {
	const rest = texts.filter(({ text }) => !addresses.includes(normal(text)));
	const isNamed = ({ field }: Text) => field === undefined || REASON_FIELD.test(field);
	const words = rest.filter(isNamed).map(({ text }) => text);
	const other = rest
		.filter((entry) => !isNamed(entry))
		.map(({ field, text }) => `${field}: ${text}`)
		.join(', ');
	if (words.length === 0) return other ? cut(other) : undefined;
	return cut(other ? `${words.join('; ')} (${other})` : words.join('; '));
}

/** An answer taken apart: entries of a list of failures, and what stands beside it. */
interface Parts {
	entries: Text[][];
	remarks: Text[];
	isList: boolean;
}

/** Whether an object as a whole is about one contact, e.g. `{ contact: {…}, error: {…} }`. */
const isOneEntry = (object: object, sent: Set<string>): boolean =>
	!Object.entries(object).some(([key, value]) => isAddress(key) || Array.isArray(value)) &&
	addressesIn(collect(object), sent).length === 1;

function partsOfObject(object: object, sent: Set<string>, depth: number): Parts {
	if (isOneEntry(object, sent)) return { entries: [collect(object)], remarks: [], isList: true };
	const parts: Parts = { entries: [], remarks: [], isList: false };
	for (const [key, value] of Object.entries(object)) {
		if (isAddress(key)) {
			parts.entries.push([{ text: key }, ...collect(value)]);
			parts.isList = true;
		} else if (typeof value === 'object' && value !== null) {
			const { entries, remarks, isList } = partsOf(value, sent, depth + 1);
			parts.entries.push(...entries);
			parts.remarks.push(...remarks);
			parts.isList ||= isList;
		} else {
			parts.remarks.push(...collect(value, key));
		}
	}
	return parts;
}

/** A list, an object with an entry per address, or one that holds either of them. */
function partsOf(body: unknown, sent: Set<string>, depth = 0): Parts {
	if (Array.isArray(body)) {
		return { entries: body.map((entry) => collect(entry)), remarks: [], isList: true };
	}
	if (isObject(body) && depth <= DEEPEST) return partsOfObject(body, sent, depth);
	return { entries: [], remarks: [], isList: false };
}

const isGood = ({ field = '', text }: Text): boolean =>
	GOOD.test(text.trim()) && !(BAD_FIELD.test(field) && /[1-9]/.test(text));

/**
 * Reads the failures of a bulk answer whatever their shape: texts, objects, nested objects,
 * addresses alone, an object with an entry per address.
 * @param sent the addresses that were sent, in lower case
 */
export function readFailures(body: unknown, sent: Set<string>): Failures {
	const { entries, remarks, isList } = partsOf(body, sent);
	const failures: Failures = { reasons: new Map(), named: 0, unnamed: [] };
	for (const texts of entries) {
		const addresses = addressesIn(texts, sent);
		const reason = reasonOf(texts, addresses);
		if (addresses.length === 0) failures.unnamed.push(reason ?? '');
		else failures.named++;
		for (const address of addresses) {
			const known = failures.reasons.get(address);
			const said = [...new Set([known, reason])].filter(Boolean).join('; ');
			failures.reasons.set(address, said || undefined);
		}
	}
	if (!isList && !remarks.every(isGood)) failures.remark = reasonOf(remarks, []);
	return failures;
}
