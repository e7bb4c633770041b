import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../shared/request/answer';
import { readHeaderNumber } from '../shared/request/headers';
import type { Answer } from '../shared/request/service';

/** Fields that are likely to hold the reason; the document says only 'a list with error messages'. */
const REASON_FIELD = /message|error|reason|melding|reden|description/i;

/** One entry of the list of failures, taken apart. */
interface Failure {
	/** Every text in the entry, with the name of its field where it has one. */
	texts: Array<{ field?: string; text: string }>;
}

/** Collects the texts and numbers of an entry, however deep they stand. */
function collect(value: unknown, field?: string): Failure['texts'] {
	if (Array.isArray(value)) return value.flatMap((element) => collect(element, field));
	if (isObject(value)) {
		return Object.entries(value).flatMap(([key, child]) => collect(child, key));
	}
	if (value === null || value === undefined || value === '') return [];
	return [{ field, text: String(value) }];
}

/** The failures of an answer: an array, or an object with an entry per e-mail address. */
function readFailures(body: unknown): Failure[] {
	if (Array.isArray(body)) return body.map((entry) => ({ texts: collect(entry) }));
	if (!isObject(body)) return [];
	return Object.entries(body).map(([key, value]) => ({
		texts: [{ text: key }, ...collect(value)],
	}));
}

const ADDRESS = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g;

/** The address among those sent that an entry is about: alone in a field, or within a sentence. */
function addressIn({ texts }: Failure, sent: Set<string>): string | undefined {
	const candidates = texts.flatMap(({ text }) => [text.trim(), ...(text.match(ADDRESS) ?? [])]);
	return candidates
		.map((candidate) => candidate.toLowerCase().replace(/\.$/, ''))
		.find((candidate) => sent.has(candidate));
}

/** The reason in the service's words; what else the entry holds follows in brackets. */
function reasonOf({ texts }: Failure, address?: string): string | undefined {
	const rest = texts.filter(({ text }) => text.trim().toLowerCase() !== address);
	const named = rest.filter(({ field }) => field === undefined || REASON_FIELD.test(field));
	const other = rest
		.filter((entry) => !named.includes(entry))
		.map(({ field, text }) => `${field}: ${text}`);
	const words = named.map(({ text }) => text).join('; ');
	if (!words) return other.length > 0 ? other.join(', ') : undefined;
	return other.length > 0 ? `${words} (${other.join(', ')})` : words;
}

const REPEATED =
	'The answer to the first request got lost and it was sent again, so this may have been done by the first one.';

/**
 * Tells for each e-mail address that was sent whether it went through.
 * Reads the list of failures whatever its shape: texts, objects, nested objects, addresses alone.
 * Failures that name no address we sent, but are counted in `x-Total-Fail` or listed, can't be
 * told from the contacts that went through; those are then all reported as not certain.
 * @param emails in the order sent, each once
 * @returns in the same order, `{ email, success, reason? }`
 */
export function readBulkAnswer(answer: Answer, emails: string[]): IDataObject[] {
	const sent = new Set(emails.map((email) => email.toLowerCase()));
	const reasons = new Map<string, string>();
	const unnamed: string[] = [];
	const failures = readFailures(answer.body);
	for (const failure of failures) {
		const address = addressIn(failure, sent);
		const reason = reasonOf(failure, address);
		if (address === undefined) unnamed.push(reason ?? '');
		else reasons.set(address, reason ?? 'Inboxify refused this contact and gave no reason.');
	}

	const counted = readHeaderNumber(answer, 'x-total-fail') ?? failures.length;
	const missing = Math.max(counted - reasons.size, 0);
	const allFailed = counted >= sent.size;
	return emails.map((email) => {
		const reason = reasons.get(email.toLowerCase()) ?? unnamedReason(missing, unnamed, allFailed);
		if (reason === undefined) return { email, success: true };
		return { email, success: false, reason: answer.repeated ? `${reason} ${REPEATED}` : reason };
	});
}

/** What to say of a contact that is not named while others failed without a name. */
function unnamedReason(count: number, words: string[], allFailed: boolean): string | undefined {
	if (count === 0) return undefined;
	const said = [...new Set(words.filter(Boolean))].join('; ');
	if (allFailed) return said || 'Inboxify refused this contact and gave no reason.';
	const which = `Inboxify refused ${count} of the contacts in this request without naming them; this may be one of them.`;
	return said ? `${which} It said: ${said}` : which;
}
