import { checkAddress, addressIn } from '../../../nodes/shared/input/email';
import { InputError } from '../../../nodes/shared/input/InputError';
import { checkKvkNumber, checkOin, kvkDigits } from '../../../nodes/shared/input/number';
import { freeText, identifying } from '../../../nodes/shared/input/text';
import { anyText, anyValue, fc, outcomeOf } from '../cases';

const INVISIBLE = ['\u200b', '\u200e', '\u202c', '\u00ad', '\ufeff', '\u2060'];
const SPACES = [' ', '\u00a0', '\u2009', '\t', '\r\n'];

const invisible = fc.constantFrom(...INVISIBLE);

/** A text with invisible characters anywhere, and white space around it. */
const disguised = (text: fc.Arbitrary<string>) =>
	fc
		.tuple(text, fc.array(fc.tuple(fc.nat(), invisible)), fc.constantFrom(...SPACES, ''))
		.map(([plain, marks, space]) => {
			let dirty = plain.normalize('NFD');
			for (const [at, mark] of marks) {
				const cut = at % (dirty.length + 1);
				dirty = dirty.slice(0, cut) + mark + dirty.slice(cut);
			}
			return { plain, dirty: space + dirty + space };
		});

const name = fc.stringMatching(/^[A-Za-zéèëïüñç][a-zéèëïüñç]{0,12}( [A-Z][a-z]{0,8}){0,2}$/);
const address = fc.stringMatching(/^[a-z0-9][a-z0-9._+'-]{0,8}[a-z0-9]@[a-z0-9-]{1,8}\.(nl|com)$/);

test('text that identifies something is the same whatever can not be seen in it', () => {
	fc.assert(
		fc.property(disguised(name), ({ plain, dirty }) => {
			expect(identifying(dirty)).toBe(plain.normalize('NFC'));
		}),
	);
});

test('normalising twice is normalising once, and free text keeps what is within', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(identifying(identifying(text))).toBe(identifying(text));
			expect(freeText(text)).toBe(text.replace(/\r\n?/g, '\n').trim());
		}),
	);
});

test('an address is taken out of what stands around it', () => {
	const around: Array<(text: string) => string> = [
		(text) => text,
		(text) => `<${text}>`,
		(text) => `Jan Jansen <${text}>`,
		(text) => `"Jansen, Jan" <${text}>`,
		(text) => `mailto:${text}`,
		(text) => `mailto:${text}?subject=Hallo`,
		(text) => `[${text}](mailto:${text})`,
		(text) => `"${text}"`,
		(text) => `${text},`,
		(text) => `${text};`,
		(text) => `${text}.`,
		(text) => `${text} (Jan Jansen)`,
	];
	fc.assert(
		fc.property(disguised(address), fc.constantFrom(...around), ({ plain, dirty }, surround) => {
			expect(checkAddress('Email', surround(dirty.trim()))).toBe(plain);
		}),
	);
});

test('two addresses in one cell are refused, whatever stands between them', () => {
	const between = fc.constantFrom(',', '; ', ' ', ' en ', '\n', '>, <', '/ ');
	fc.assert(
		fc.property(address, address, between, (one, other, separator) => {
			fc.pre(one.toLowerCase() !== other.toLowerCase());
			expect(() => checkAddress('Email', one + separator + other)).toThrow(InputError);
		}),
	);
});

test('an address: of any value an InputError, or one that is in the value', () => {
	fc.assert(
		fc.property(fc.oneof(anyValue, anyText, fc.emailAddress()), (value) => {
			const outcome = outcomeOf(() => checkAddress('Email', value));
			if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(InputError);
			expect(identifying(String(value))).toContain(outcome.value);
			expect(addressIn(outcome.value)).toBe(outcome.value);
		}),
	);
});

const digits = fc.stringMatching(/^\d{8}$/);

test('a KvK number is the same however people write it, or it is refused', () => {
	const forms: Array<(text: string) => unknown> = [
		(text) => text,
		(text) => `KvK ${text}`,
		(text) => `KVK-nummer: ${text}`,
		(text) => `kvk${text}`,
		(text) => `NL ${text}`,
		(text) => `NL${text}`,
		(text) => `K.v.K. nr. ${text}`,
		(text) => `${text}.0`,
		(text) => `${text},00`,
		(text) => `'${text}`,
		(text) => `${text.slice(0, 2)}.${text.slice(2, 5)}.${text.slice(5)}`,
		(text) => `${text.slice(0, 4)}\u00a0${text.slice(4)}\r`,
		(text) => `\u200b${text}`,
		(text) => `${text[0]}.${text.slice(1)}E+7`,
		(text) => `${text[0]},${text.slice(1)}E+07`,
	];
	fc.assert(
		fc.property(digits, fc.constantFrom(...forms), (number, form) => {
			expect(checkKvkNumber('KvK Number', form(number))).toBe(number);
		}),
	);
});

test('a KvK number: of any value an InputError, or 8 digits', () => {
	fc.assert(
		fc.property(fc.oneof(anyValue, anyText, fc.integer(), fc.double()), (value) => {
			const outcome = outcomeOf(() => checkKvkNumber('KvK Number', value));
			if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(InputError);
			expect(outcome.value).toMatch(/^\d{8}$/);
			expect(kvkDigits(String(value))).toBe(outcome.value);
		}),
	);
});

test('an OIN is the same however people write it', () => {
	fc.assert(
		fc.property(
			fc.stringMatching(/^0{7}[1-9][\dA-Z]{12}$/),
			fc.constantFrom('', 'OIN ', 'OIN: ', '0190:', 'oin-nummer ', '\u200e'),
			(oin, label) => {
				expect(checkOin(label + oin)).toBe(oin);
				expect(checkOin(label + oin.toLowerCase())).toBe(oin);
				expect(checkOin(`${label}${oin.slice(0, 8)} ${oin.slice(8, 16)} ${oin.slice(16)}`)).toBe(
					oin,
				);
			},
		),
	);
});

test('long text is read at once, whatever it is made of', () => {
	const parts = [
		'(',
		'<',
		'"',
		"'",
		'@',
		' ',
		'.',
		'a@',
		'mailto:',
		'kvk ',
		'1 ',
		'\u200b',
		'<a@b.nl>,',
	];
	for (const part of parts) {
		const text = part.repeat(100_000);
		outcomeOf(() => checkAddress('Email', text));
		outcomeOf(() => checkKvkNumber('KvK Number', text));
		outcomeOf(() => checkOin(text));
		expect(identifying(text).length).toBeLessThanOrEqual(text.length);
	}
});
