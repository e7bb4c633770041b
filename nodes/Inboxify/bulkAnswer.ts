import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../shared/input/check';
import { readHeaderNumber } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import { expectBulkAnswer } from './answers';

/** A text in an answer, and the field that holds it. */
interface Text {
	field?: string;
	text: string;
}

/** Fields that are likely to hold the reason; the document says only 'a list with error messages'. */
const REASON_FIELD = /message|error|reason|melding|reden|description/i;

/** What says that nothing went wrong, and fields in which a number says that something did. */
const GOOD = /^(ok|succes|success|true|\d+)$/i;
const BAD_FIELD = /fail|error|fout|code/i;

/** How many levels of an answer are read, and how many characters of a reason are kept. */
const MAX_DEPTH = 20;
const MAX_REASON = 600;

const REPEATED =
	'The answer to the first request was lost and the request was sent again, so the first one may have done this.';

const NO_REASON = 'Inboxify refused this contact and gave no reason.';

const isAddress = (key: string): boolean => key.includes('@');

/** All texts and numbers in a value, at any level. */
function textsIn(value: unknown, field?: string, depth = 0): Text[] {
	if (depth > MAX_DEPTH || value === null || value === undefined || value === '') return [];
	if (Array.isArray(value)) return value.flatMap((element) => textsIn(element, field, depth + 1));
	if (!isObject(value)) return [{ field, text: String(value) }];
	return Object.entries(value).flatMap(([key, child]) =>
		isAddress(key)
			? [{ text: key }, ...textsIn(child, undefined, depth + 1)]
			: textsIn(child, key, depth + 1),
	);
}

/** Finds sent addresses in lower-case text, never inside a longer address: the longest one wins. */
function addressPattern(sent: string[]): RegExp {
	const longestFirst = [...sent].sort((a, b) => b.length - a.length);
	const escaped = longestFirst.map((email) => email.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
	const start = String.raw`(?<![\p{L}\p{N}_+.-])`;
	const end = String.raw`(?![\p{L}\p{N}_-])`;
	return new RegExp(`${start}(?:${escaped.join('|')})${end}`, 'gu');
}

/** What an answer says about contacts that failed. */
interface Entry {
	/** The sent addresses that it names, in lower case. */
	emails: string[];
	/** Empty where it says nothing else. */
	reason: string;
}

const normalize = (text: string): string => text.trim().toLowerCase();

/** The reason in the service's words; the other fields follow in brackets. */
function reasonOf(texts: Text[], emails: string[] = []): string {
	const rest = texts.filter(({ text }) => !emails.includes(normalize(text)));
	const isReason = ({ field = 'reason' }: Text) => REASON_FIELD.test(field);
	const words = rest.filter(isReason).map(({ text }) => text);
	const others = rest.filter((text) => !isReason(text));
	const details = others.map(({ field, text }) => `${field}: ${text}`).join(', ');
	const sentence = words.join('; ');
	const reason = sentence && details ? `${sentence} (${details})` : sentence || details;
	return reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON)}...` : reason;
}

/** Makes the reader of one value of an answer: sent addresses that fill a field, else in sentences. */
function entryReader(sent: string[]): (value: unknown) => Entry {
	const known = new Set(sent);
	const pattern = addressPattern(sent);
	return (value) => {
		const texts = textsIn(value);
		const alone = texts.filter(({ text }) => known.has(normalize(text)));
		// Of two fields with an address, the first says whose failure it is.
		const found = alone[0]
			? alone.filter(({ field }) => field === alone[0].field).map(({ text }) => normalize(text))
			: texts.flatMap(({ text }) => text.toLowerCase().match(pattern) ?? []);
		const emails = [...new Set(found)];
		return { emails, reason: reasonOf(texts, emails) };
	};
}

/** The entries of a list, of an object by address, or of one about one contact; undefined: none of these. */
function entriesIn(body: unknown, read: (value: unknown) => Entry, depth = 0): Entry[] | undefined {
	if (Array.isArray(body)) return body.map(read);
	if (!isObject(body) || depth > MAX_DEPTH) return undefined;
	const fields = Object.entries(body);
	const whole = read(body);
	const holdsMany = fields.some(([key, value]) => isAddress(key) || Array.isArray(value));
	if (whole.emails.length === 1 && !holdsMany) return [whole];
	const lists = fields.flatMap(([key, value]) => {
		const list = isAddress(key) ? [read({ [key]: value })] : entriesIn(value, read, depth + 1);
		return list ? [list] : [];
	});
	return lists.length > 0 ? lists.flat() : undefined;
}

/** How many contacts failed, by the headers of Inboxify's PHP client. */
function failedCount(answer: Answer, sent: number): number | undefined {
	const done = readHeaderNumber(answer, 'x-total-success');
	const rest = done === undefined ? undefined : Math.max(0, sent - done);
	return readHeaderNumber(answer, 'x-total-fail') ?? rest;
}

/** What an answer without entries says; empty where it says that all went well. */
function remarkOf(body: unknown): string {
	const texts = textsIn(body);
	const isGood = ({ field = '', text }: Text) =>
		GOOD.test(text.trim()) && !(BAD_FIELD.test(field) && /[1-9]/.test(text));
	return texts.every(isGood) ? '' : reasonOf(texts);
}

/**
 * How many contacts failed without being named. The document doesn't say whether the count is of
 * contacts or of messages; from the number of entries up it is read as one of messages.
 */
function countUnnamed(entries: Entry[], unnamed: number, named: number, counted?: number): number {
	if (counted === undefined) return unnamed;
	const explained = counted >= entries.length ? entries.length - unnamed : named;
	return Math.max(counted - explained, named === 0 && unnamed > 0 ? 1 : 0);
}

const join = (words: Iterable<string>): string => [...words].filter(Boolean).join('; ');

/** What holds of a contact that is not named; undefined: it went through. */
function reasonOfOthers(missing: number, others: number, said: string): string | undefined {
	if (missing === 0) return undefined;
	if (missing >= others) return said || NO_REASON;
	const which = `Inboxify refused ${missing} of the contacts in this request without naming them; this may be one of them.`;
	return said ? `${which} It said: ${said}` : which;
}

/**
 * Reports for each sent e-mail address whether it went through. Where contacts failed without being
 * named, none of those that are not named is certain.
 * @param emails in the order sent, each once
 * @returns in the same order, `{ email, success, reason }`, the reason of a refusal or null
 * @throws RequestError where the answer did not come from Inboxify
 */
export function readBulkAnswer(answer: Answer, emails: string[]): IDataObject[] {
	const sent = emails.map((email) => email.toLowerCase());
	const counted = failedCount(answer, sent.length);
	expectBulkAnswer(answer, counted !== undefined);
	const list = entriesIn(answer.body, entryReader(sent));
	const remark = list ? '' : remarkOf(answer.body);
	const entries = list ?? [];

	const reasons = new Map<string, Set<string>>();
	const unnamed: string[] = [];
	for (const entry of entries) {
		if (entry.emails.length === 0) unnamed.push(entry.reason);
		for (const email of entry.emails) {
			reasons.set(email, (reasons.get(email) ?? new Set()).add(entry.reason));
		}
	}
	const missing = countUnnamed(entries, unnamed.length, reasons.size, counted);
	const others =
		counted === undefined && remark
			? `It is not certain that this was done. Inboxify answered: ${remark}`
			: reasonOfOthers(missing, sent.length - reasons.size, join(new Set([...unnamed, remark])));

	return emails.map((email, index) => {
		const own = reasons.get(sent[index]);
		const reason = own ? join(own) || NO_REASON : others;
		if (reason === undefined) return { email, success: true, reason: null };
		return { email, success: false, reason: answer.repeated ? `${reason} ${REPEATED}` : reason };
	});
}
