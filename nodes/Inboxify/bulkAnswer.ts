import type { IDataObject } from 'n8n-workflow';

import { readHeaderNumber } from '../shared/service/answer';
import type { Answer } from '../shared/service/exchange';
import { expectBulkAnswer } from './answers';
import { type Failures, readFailures } from './bulkFailures';

const REPEATED =
	'The answer to the first request got lost and it was sent again, so this may have been done by the first one.';

const NO_REASON = 'Inboxify refused this contact and gave no reason.';

/** How many contacts failed by the headers, as far as they tell (Inboxify's PHP client). */
function countedBy(answer: Answer, sent: number): number | undefined {
	const failed = readHeaderNumber(answer, 'x-total-fail');
	if (failed !== undefined) return failed;
	const done = readHeaderNumber(answer, 'x-total-success');
	return done === undefined ? undefined : Math.max(0, sent - done);
}

/**
 * How many contacts failed without being named. Whether the count is one of contacts or of messages
 * is not documented: as many as there are messages, or more, is taken for messages.
 */
function missingFrom({ reasons, named, unnamed }: Failures, counted?: number): number {
	if (counted === undefined) return unnamed.length;
	const isByMessage = counted >= named + unnamed.length;
	const missing = counted - (isByMessage ? named : reasons.size);
	return Math.max(missing, reasons.size === 0 && unnamed.length > 0 ? 1 : 0);
}

/** What to say of a contact that is not named while others failed without a name. */
function unnamedReason(missing: number, words: string[], others: number): string {
	const said = [...new Set(words.filter(Boolean))].join('; ');
	if (missing >= others) return said || NO_REASON;
	const which = `Inboxify refused ${missing} of the contacts in this request without naming them; this may be one of them.`;
	return said ? `${which} It said: ${said}` : which;
}

/** What holds of each contact that is not named; undefined: it went through. */
function reasonOfOthers(failures: Failures, sent: number, counted?: number): string | undefined {
	const { remark, unnamed, reasons } = failures;
	const missing = missingFrom(failures, counted);
	const words = remark === undefined ? unnamed : [...unnamed, remark];
	if (missing > 0) return unnamedReason(missing, words, sent - reasons.size);
	if (counted !== undefined || remark === undefined) return undefined;
	return `It is not certain that this was done. Inboxify answered: ${remark}`;
}

/**
 * Tells for each e-mail address that was sent whether it went through. Failures that name no
 * address we sent, but are counted in the headers or listed, can't be told from the contacts that
 * went through; those are then all reported as not certain.
 * @param emails in the order sent, each once
 * @returns in the same order, `{ email, success, reason }`, the reason of a refusal or null
 * @throws RequestError where the answer can't be one of Inboxify
 */
export function readBulkAnswer(answer: Answer, emails: string[]): IDataObject[] {
	const sent = new Set(emails.map((email) => email.toLowerCase()));
	const counted = countedBy(answer, sent.size);
	expectBulkAnswer(answer, counted !== undefined);
	const failures = readFailures(answer.body, sent);
	const others = reasonOfOthers(failures, sent.size, counted);
	return emails.map((email) => {
		const key = email.toLowerCase();
		const reason = failures.reasons.has(key) ? (failures.reasons.get(key) ?? NO_REASON) : others;
		if (reason === undefined) return { email, success: true, reason: null };
		return { email, success: false, reason: answer.repeated ? `${reason} ${REPEATED}` : reason };
	});
}
