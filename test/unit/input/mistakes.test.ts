import { mistakesIn } from '../../../nodes/shared/input/mistakes';

test.each([
	// The digits are an RSIN with a right check digit, or the whole is right modulo 97.
	['NL123456782B90', true],
	['NL000099998B57', true],
	['nl 0000.99998.B57', true],
	['NL000099998B58', false],
	['NL123456781B90', false],
	['NL12345678B90', false],
	['123456782B90', false],
	['BE0123456749', true],
	['DE123456789', true],
	['', true],
	[null, true],
])('the VAT number %s is of a right form: %s', (vatNumber, isRight) => {
	expect(mistakesIn({ vatNumber })).toEqual(isRight ? [] : [expect.stringMatching(/VAT number/)]);
});

test.each([
	[{ postcode: '1234 AB' }, true],
	[{ postcode: '1234ab' }, true],
	[{ postcode: '0234 AB' }, false],
	[{ zipCode: '1234 SS' }, false],
	[{ postalCode: '1000' }, true],
	[{ postalCode: '1000', countryCode: 'BEL' }, true],
	[{ postalCode: '1234 SS', countryCode: '', country: 'BE' }, true],
	[{ postalCode: '1000', countryCode: 'NLD' }, false],
	[{ postalCode: 'SW1A 2AA', country: 'United Kingdom' }, true],
])('the postcode in %j is of a right form: %s', (record, isRight) => {
	expect(mistakesIn(record)).toEqual(isRight ? [] : [expect.stringMatching(/postcode/)]);
});

test.each([
	['12345678', true],
	['KvK 12345678', true],
	[12345678, true],
	['1234567', false],
	['onbekend', true],
])('the KvK number %s is of a right form: %s', (kvkNumber, isRight) => {
	expect(mistakesIn({ kvkNumber })).toHaveLength(isRight ? 0 : 1);
});

test.each([
	[{ phone: '612345678' }, false],
	[{ mobile: '612345678', countryCode: 'NLD' }, false],
	[{ telephone: '50 1234567', country: 'Nederland' }, false],
	[{ phone: '0612345678' }, true],
	[{ phone: '31612345678' }, true],
	[{ phone: '612345678', countryCode: 'ESP' }, true],
	[{ phone: '021234567' }, true],
])('the telephone number in %j may have all its digits: %s', (record, isRight) => {
	expect(mistakesIn(record)).toEqual(isRight ? [] : [expect.stringMatching(/telephone number/)]);
});

test('names that JavaScript has for itself mean nothing here', () => {
	for (const name of ['__proto__', 'constructor', 'toString']) {
		expect(mistakesIn(Object.fromEntries([[name, 'x']]))).toEqual([]);
	}
});

test('numbers in lines and in fields of fields are checked too', () => {
	const record = { lines: [{ iban: 'NL91ABNA0417164301' }], customer: { btwNummer: 'NL1' } };
	expect(mistakesIn(record)).toHaveLength(2);
});

test.each([
	['#N/A', true],
	['#REF!', true],
	['#DEEL/0!', true],
	['#NAAM?', true],
	['3,16123E+10', true],
	['#VIP', false],
	['#1', false],
	['E+10', false],
	['2E', false],
])('%s was left by a spreadsheet: %s', (value, isSpoilt) => {
	const mistake = `city is ${value}, which a spreadsheet made of another value`;
	expect(mistakesIn({ city: value })).toEqual(isSpoilt ? [mistake] : []);
});
