import { readBulkAnswer } from '../../../nodes/Inboxify/bulkAnswer';
import { RequestError } from '../../../nodes/shared/service/RequestError';
import { answerOf } from '../../unit/answer';
import { fc, outcomeOf } from '../cases';

/** Addresses as they stand in a sentence: without quotation marks and commas. */
const address = fc.emailAddress().map((email) => email.toLowerCase().replace(/[^\w.@+-]/g, 'x'));

const emails = fc.uniqueArray(address, { minLength: 1, maxLength: 6 });

test('whatever the answer, each e-mail address that was sent gets one result, in order', () => {
	const headers = fc.dictionary(
		fc.constantFrom('x-total-fail', 'x-total-count', 'x-total-success'),
		fc.oneof(fc.string(), fc.integer().map(String)),
	);
	fc.assert(
		fc.property(emails, fc.jsonValue(), headers, (sent, body, counts) => {
			const outcome = outcomeOf(() => readBulkAnswer(answerOf(body, { headers: counts }), sent));
			if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(RequestError);
			expect(outcome.value.map(({ email }) => email)).toEqual(sent);
			for (const { success, reason, ...rest } of outcome.value) {
				expect(Object.keys(rest)).toEqual(['email']);
				if (success === true) expect(reason).toBeNull();
				else expect([success, typeof reason]).toEqual([false, 'string']);
				expect(String(reason)).not.toContain('[object ');
			}
		}),
	);
});

/** Shapes that a failure may have. */
const SHAPES: Array<(email: string, reason: string) => unknown> = [
	(email, message) => ({ email, message }),
	(email, melding) => ({ contact: { email }, melding }),
	(email, reason) => `${email}: ${reason}`,
	(email, reason) => [email, reason],
];

test('those that are named as refused are refused, and only those', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(address, fc.boolean()), {
				selector: ([email]) => email,
				minLength: 1,
				maxLength: 6,
			}),
			fc.constantFrom(...SHAPES),
			(sent, shape) => {
				const failed = sent.filter(([, refused]) => refused);
				const body = failed.map(([email]) => shape(email, 'onbekend'));
				const results = readBulkAnswer(
					answerOf(body, { headers: { 'x-total-fail': String(failed.length) } }),
					sent.map(([email]) => email),
				);
				expect(results.map(({ success }) => success)).toEqual(sent.map(([, refused]) => !refused));
			},
		),
	);
});
