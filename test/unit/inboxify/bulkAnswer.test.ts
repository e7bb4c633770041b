import { readBulkAnswer } from '../../../nodes/Inboxify/bulkAnswer';
import { answerOf } from '../answer';

const A = 'a@x.nl';
const B = 'B@x.nl';

describe('readBulkAnswer', () => {
	test.each<[string, unknown]>([
		['an object', [{ email: A, message: 'te lang' }]],
		['Dutch names', [{ adres: A, melding: 'te lang' }]],
		['a sentence', [`${A}: te lang`]],
		['a nested object', [{ contact: { email: A }, errors: ['te lang'] }]],
		['an object by address', { [A]: 'te lang' }],
		['an object by address with a list', { [A]: ['te lang'] }],
		['capitals', [{ email: 'A@X.NL', message: 'te lang' }]],
	])('reads %s', (_, body) => {
		expect(readBulkAnswer(answerOf(body), [A, B])).toEqual([
			{ email: A, success: false, reason: expect.stringContaining('te lang') },
			{ email: B, success: true, reason: null },
		]);
	});

	test('keeps the rest of an entry', () => {
		const [{ reason }] = readBulkAnswer(
			answerOf([{ email: A, message: 'te lang', field: 'city', code: 12 }]),
			[A],
		);

		expect(reason).toBe('te lang (field: city, code: 12)');
	});

	test('keeps an entry that has no message', () => {
		const [{ reason }] = readBulkAnswer(answerOf([{ email: A, code: 12 }]), [A]);

		expect(reason).toBe('code: 12');
	});

	test.each([[[]], [null], [''], [undefined]])('an answer of %j is a success of all', (body) => {
		expect(readBulkAnswer(answerOf(body, { headers: { 'x-total-fail': '0' } }), [A])).toEqual([
			{ email: A, success: true, reason: null },
		]);
	});

	test.each([[{}], [null], [''], [undefined]])(
		'an answer of %j that counts nothing is none of Inboxify',
		(body) => {
			expect(() => readBulkAnswer(answerOf(body), [A])).toThrow(
				/an unexpected response instead of a list/,
			);
			expect(readBulkAnswer(answerOf([]), [A])).toEqual([
				{ email: A, success: true, reason: null },
			]);
		},
	);

	test('failures without a name leave no contact certain', () => {
		const results = readBulkAnswer(answerOf(['Ongeldig'], { headers: { 'x-total-fail': '1' } }), [
			A,
			B,
		]);

		expect(results).toEqual(
			[A, B].map((email) => ({
				email,
				success: false,
				reason: expect.stringMatching(/^Inboxify refused 1 of the contacts .* It said: Ongeldig$/),
			})),
		);
	});

	test('all failed, without a name or a word', () => {
		expect(readBulkAnswer(answerOf([], { headers: { 'x-total-fail': '2' } }), [A, B])).toEqual(
			[A, B].map((email) => ({
				email,
				success: false,
				reason: expect.stringContaining('no reason'),
			})),
		);
	});

	test('says that a repeated request may have refused what the first one did', () => {
		const [{ reason }] = readBulkAnswer(
			answerOf([{ email: A, message: 'bestaat niet' }], { repeated: true }),
			[A],
		);

		expect(reason).toMatch(/^bestaat niet The answer to the first request was lost/);
	});
});
