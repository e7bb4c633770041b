import { readBulkAnswer } from '../../../nodes/Inboxify/bulkAnswer';
import { answerOf } from '../answer';

const A = 'a@x.nl';
const B = 'B@x.nl';
const C = "o'c@x.nl";

/** Per contact: done, or why not. */
const read = (body: unknown, headers = {}, emails = [A, B, C]) =>
	readBulkAnswer(answerOf(body, { headers }), emails).map(({ success, reason }) =>
		success === true ? true : reason,
	);

const MAYBE = expect.stringContaining('this may be one of them');
const UNCERTAIN = expect.stringMatching(/^It is not certain that this was done/);

describe('several messages about one address', () => {
	const messages = [
		{ email: A, message: 'te lang' },
		{ email: A, message: 'onbekende plaats' },
	];

	test.each([
		['not counted', {}],
		['counted by contact', { 'x-total-fail': '1' }],
		['counted by message', { 'x-total-fail': '2' }],
		['counted by what went well', { 'x-total-success': '2' }],
	])('belong to that contact, and to no other: %s', (_, headers) => {
		expect(read(messages, headers)).toEqual(['te lang; onbekende plaats', true, true]);
	});

	test('leave the others in doubt if more failed than are named', () => {
		expect(read(messages, { 'x-total-fail': '3' })).toEqual([
			'te lang; onbekende plaats',
			MAYBE,
			MAYBE,
		]);
		expect(read([...messages, 'Ongeldig'])).toEqual(['te lang; onbekende plaats', MAYBE, MAYBE]);
		expect(read([...messages, 'Ongeldig'], { 'x-total-fail': '2' })[1]).toEqual(MAYBE);
	});
});

test('all others failed where as many are counted', () => {
	expect(read([{ email: A, message: 'te lang' }], { 'x-total-fail': '3' })).toEqual([
		'te lang',
		'Inboxify refused this contact and gave no reason.',
		'Inboxify refused this contact and gave no reason.',
	]);
});

test('failures that are listed are believed, whatever the count', () => {
	expect(read(['Ongeldig'], { 'x-total-fail': '0' })).toEqual([MAYBE, MAYBE, MAYBE]);
	expect(read([{ email: A, message: 'x' }], { 'x-total-fail': '0' })).toEqual(['x', true, true]);
});

describe('shapes', () => {
	test.each<[string, unknown]>([
		[
			'a list under a name',
			{
				failed: [
					{ email: A, message: 'fout' },
					{ email: B, message: 'fout' },
				],
			},
		],
		[
			'a list with numbers for keys',
			{ 0: { email: A, message: 'fout' }, 2: { email: B, message: 'fout' } },
		],
		['addresses under a name', { errors: { [A]: 'fout', [B]: ['fout'] } }],
		['addresses as keys in a list', [{ [A]: 'fout' }, { [B]: 'fout' }]],
		['several addresses in an entry', [{ emails: [A, B], message: 'fout' }]],
		['several addresses in a sentence', [`fout: ${A}, ${B}.`]],
	])('%s', (_, body) => {
		expect(read(body)).toEqual([
			expect.stringContaining('fout'),
			expect.stringContaining('fout'),
			true,
		]);
	});

	test('one object for one contact', () => {
		expect(read({ email: A, message: 'fout' })).toEqual(['fout', true, true]);
		expect(read({ contact: { email: A }, error: { message: 'fout' } })).toEqual([
			'fout',
			true,
			true,
		]);
	});

	test('of two addresses in an entry the first is the one that failed', () => {
		expect(read([{ email: A, duplicateOf: B }])).toEqual([`duplicateOf: ${B}`, true, true]);
	});

	test('an address with an apostrophe is found in a sentence', () => {
		expect(read([`"${C}": fout`])).toEqual([true, true, expect.stringContaining('fout')]);
	});
});

describe('an object that names no address', () => {
	test.each([[{ ok: true }], [{ status: 'OK' }], [{ added: 3, failed: 0 }], [{ failed: [] }]])(
		'%j says that all went well',
		(body) => expect(read(body)).toEqual([true, true, true]),
	);

	test.each([
		[{ message: 'Ongeldige sleutel' }],
		[{ error: { message: 'Ongeldige sleutel' } }],
		[{ success: false }],
		[{ failed: 1 }],
		[{ code: 500 }],
	])('%j leaves no contact certain', (body) => {
		expect(read(body)).toEqual([UNCERTAIN, UNCERTAIN, UNCERTAIN]);
		expect(read(body, {}, [A])).toEqual([UNCERTAIN]);
	});

	test('goes by the count where there is one', () => {
		const body = { message: 'Klaar, op 1 na' };
		expect(read(body, { 'x-total-fail': '0' })).toEqual([true, true, true]);
		expect(read(body, { 'x-total-fail': '1' })[0]).toMatch(/may be one of them. It said: Klaar/);
	});

	test('is only words beside a list', () => {
		expect(read({ message: '1 mislukt', errors: [{ email: B, message: 'fout' }] })).toEqual([
			true,
			'fout',
			true,
		]);
	});
});

test.each([['<html></html>'], ['{"email"'], [true], [12]])(
	'%j is no answer of a bulk call',
	(body) => {
		expect(() => readBulkAnswer(answerOf(body), [A])).toThrow(
			/^Inboxify returned an unexpected response/,
		);
		expect(() => readBulkAnswer(answerOf(body, { repeatable: false, creates: true }), [A])).toThrow(
			'It may have been created all the same.',
		);
	},
);

test('answers that are deep or long are read within bounds', () => {
	let deep: unknown = A;
	for (let depth = 0; depth < 50_000; depth++) deep = [deep];
	expect(read(deep)).toHaveLength(3);
	let object: unknown = A;
	for (let depth = 0; depth < 50_000; depth++) object = { next: object };
	expect(read(object)).toHaveLength(3);

	const [reason] = read([{ email: A, message: 'x'.repeat(1_000_000) }]);
	expect(String(reason).length).toBeLessThan(1_000);
});

describe('addresses that end alike', () => {
	const sent = ["van'thof@x.nl", 'thof@x.nl', 'bert-jan@x.nl', 'jan@x.nl', 'jan@x.nl.eu'];

	test.each([
		["van'thof@x.nl: te lang", "van'thof@x.nl"],
		["'thof@x.nl' is te lang", 'thof@x.nl'],
		['Het adres bert-jan@x.nl, te lang.', 'bert-jan@x.nl'],
		['Het adres "jan@x.nl": te lang.', 'jan@x.nl'],
		['Contact <JAN@X.NL.EU>.', 'jan@x.nl.eu'],
		['Contact jan@x.nl.', 'jan@x.nl'],
	])('in %j it is %s', (message, address) => {
		const refused = sent.filter((_, index) => read([message], {}, sent)[index] !== true);
		expect(refused).toEqual([address]);
	});

	test('a part of an address that was not sent is nobody', () => {
		expect(read(['gert.jan@x.nl: te lang'], {}, ['jan@x.nl', A])).toEqual([MAYBE, MAYBE]);
	});
});

test('a long address is reported as itself, not as the one it ends with', () => {
	const long = `${'a.'.repeat(40)}a@x.nl`;
	expect(read([`${long}: te lang`], {}, [long, 'a@x.nl'])).toEqual([`${long}: te lang`, true]);
});
