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

/** What an answer says about contacts that failed. */
interface Entry {
	/** The sent addresses that it names, in lower case. */
	emails: string[];
	/** Empty if it says nothing else. */
	reason: string;
}

/** Fields that are likely to hold the reason; the document says only 'a list with error messages'. */
const REASON_FIELD = /message|error|reason|melding|reden|description/i;

/** Text that reports success, and fields in which a number doesn't. */
const GOOD = /^(ok|succes|success|true|\d+)$/i;
const BAD_FIELD = /fail|error|fout|code/i;

const MAX_DEPTH = 20;
const MAX_REASON = 600;

const REPEATED =
	'The answer to the first request was lost and it was sent again, so this may have been done by the first one.';
const NO_REASON = 'Inboxify refused this contact and gave no reason.';

const isAddress = (key: string): boolean => key.includes('@');
const normalize = (text: string): string => text.trim().toLowerCase();
const join = (words: Iterable<string>): string => [...words].filter(Boolean).join('; ');

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

/** The reason in Inboxify's words, followed by the other fields in brackets. */
function reasonOf(texts: Text[], emails: string[] = []): string {
	const rest = texts.filter(({ text }) => !emails.includes(normalize(text)));
	const isReason = ({ field = 'reason' }: Text) => REASON_FIELD.test(field);
	const words = join(rest.filter(isReason).map(({ text }) => text));
	const others = rest.filter((text) => !isReason(text));
	const details = others.map(({ field, text }) => `${field}: ${text}`).join(', ');
	const reason = words && details ? `${words} (${details})` : words || details;
	return reason.length > MAX_REASON ? `${reason.slice(0, MAX_REASON)}...` : reason;
}

/** Returns a function that reads an entry: it is about sent addresses that fill a field, or else about those in its sentences. */
function entryReader(sent: string[]): (value: unknown) => Entry {
	const known = new Set(sent);
	// The longest sent address wins, and none is found inside a longer one.
	const longestFirst = [...sent].sort((a, b) => b.length - a.length);
	const escaped = longestFirst.map((email) => email.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
	const pattern = String.raw`(?<![\p{L}\p{N}_+.-])(?:${escaped.join('|')})(?![\p{L}\p{N}_-])`;
	const sentence = new RegExp(pattern, 'gu');
	return (value) => {
		const texts = textsIn(value);
		const [first, ...others] = texts.filter(({ text }) => known.has(normalize(text)));
		// Of two fields with an address, the first says whose failure it is.
		const found = first
			? [first, ...others.filter(({ field }) => field === first.field)].map(({ text }) => text)
			: texts.flatMap(({ text }) => text.toLowerCase().match(sentence) ?? []);
		const emails = [...new Set(found.map(normalize))];
		return { emails, reason: reasonOf(texts, emails) };
	};
}

/** Finds a list, an object by address, or an object about one contact; undefined if there is none. */
function entriesIn(body: unknown, read: (value: unknown) => Entry, depth = 0): Entry[] | undefined {
	if (Array.isArray(body)) return body.map(read);
	if (!isObject(body) || depth > MAX_DEPTH) return undefined;
	const fields = Object.entries(body);
	const whole = read(body);
	const holdsMany = fields.some(([key, value]) => isAddress(key) || Array.isArray(value));
	if (whole.emails.length === 1 && !holdsMany) return [whole];
	const lists = fields.map(([key, value]) =>
		isAddress(key) ? [read({ [key]: value })] : entriesIn(value, read, depth + 1),
	);
	return lists.some(Boolean) ? lists.flatMap((list) => list ?? []) : undefined;
}

/** What an answer without entries says; empty if it reports success. */
function remarkOf(body: unknown): string {
	const texts = textsIn(body);
	const isGood = ({ field = '', text }: Text) =>
		GOOD.test(text.trim()) && !(BAD_FIELD.test(field) && /[1-9]/.test(text));
	return texts.every(isGood) ? '' : reasonOf(texts);
}

/** How many contacts failed, by the headers of Inboxify's PHP client. */
function failedCount(answer: Answer, sent: number): number | undefined {
	const done = readHeaderNumber(answer, 'x-total-success');
	const others = done === undefined ? undefined : Math.max(0, sent - done);
	return readHeaderNumber(answer, 'x-total-fail') ?? others;
}

/**
 * Reports for each sent e-mail address whether it went through. If contacts failed without being
 * named, each contact that is not named may be one of them.
 * @param emails in the order sent, each once
 * @returns in the same order, `{ email, success, reason }`, the reason of a refusal or null
 * @throws RequestError if the answer did not come from Inboxify
 */
export function readBulkAnswer(answer: Answer, emails: string[]): IDataObject[] {
	const sent = emails.map((email) => email.toLowerCase());
	const counted = failedCount(answer, sent.length);
	expectBulkAnswer(answer, counted !== undefined);
	const list = entriesIn(answer.body, entryReader(sent));
	const entries = list ?? [];
	const unnamed = entries.filter((entry) => entry.emails.length === 0);
	const reasons = new Map<string, Set<string>>();
	for (const entry of entries) {
		for (const email of entry.emails) {
			reasons.set(email, (reasons.get(email) ?? new Set()).add(entry.reason));
		}
	}

	let missing = unnamed.length;
	if (counted !== undefined) {
		// Not documented: the headers may count contacts, or messages if there are as many.
		const isByMessage = counted >= entries.length;
		missing = counted - (isByMessage ? entries.length - unnamed.length : reasons.size);
		if (reasons.size === 0 && unnamed.length > 0) missing = Math.max(missing, 1);
	}
	const remark = list ? '' : remarkOf(answer.body);
	const said = join(new Set([...unnamed.map(({ reason }) => reason), remark]));
	let others: string | undefined;
	if (missing > 0 && missing >= sent.length - reasons.size) {
		others = said || NO_REASON;
	} else if (missing > 0) {
		others = `Inboxify refused ${missing} of the contacts in this request without naming them; this may be one of them.`;
		if (said) others += ` It said: ${said}`;
	} else if (counted === undefined && remark) {
		others = `It is not certain that this was done. Inboxify answered: ${remark}`;
	}

	return emails.map((email, index) => {
		const own = reasons.get(sent[index]);
		const reason = own ? join(own) || NO_REASON : others;
		if (reason === undefined) return { email, success: true, reason: null };
		return { email, success: false, reason: answer.repeated ? `${reason} ${REPEATED}` : reason };
	});
}
