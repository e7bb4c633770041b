import { checkDateTime, checkDay, dutchDay, readInstant } from '../../../nodes/shared/input/date';
import { anyText, anyValue, expectInputError, fc, outcomeOf } from '../cases';

const LAST = Date.UTC(9999, 11, 30);
const moment = fc.date({ min: new Date(0), max: new Date(LAST), noInvalidDate: true });

const almost = fc
	.tuple(moment, anyText, fc.nat(24))
	.map(([date, text, at]) => date.toISOString().slice(0, at) + text);

test('a day: of any value an InputError, or a day that exists: as it is written, or the Dutch one of an instant', () => {
	fc.assert(
		fc.property(fc.oneof(anyValue, almost, moment), (value) => {
			const outcome = outcomeOf(() => checkDay('Date', value));
			if ('error' in outcome) return expectInputError(outcome.error);
			expect(new Date(outcome.value).toISOString().slice(0, 10)).toBe(outcome.value);
			const text = value instanceof Date ? value.toISOString() : String(value).trim();
			const instant = readInstant(text);
			const right = instant === undefined ? text.slice(0, 10) : dutchDay(instant);
			expect(outcome.value).toBe(right);
		}),
	);
});

test('a day without a zone is taken as it is written, whatever comes behind', () => {
	fc.assert(
		fc.property(
			moment,
			fc.constantFrom('', ' 09:00', 'T23:59:59', ' 00:00:00.000'),
			(date, time) => {
				const day = date.toISOString().slice(0, 10);
				expect(checkDay('Date', `${day}${time}`)).toBe(day);
			},
		),
	);
});

test('an instant is on the same Dutch day, however it is written', () => {
	fc.assert(
		fc.property(moment, (date) => {
			const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
			const iso = seconds.toISOString();
			const day = dutchDay(seconds.getTime());
			const forms = [seconds, iso, iso.replace('T', ' ').replace('Z', '+00'), seconds.toString()];
			expect(forms.map((form) => checkDay('Date', form))).toEqual(forms.map(() => day));
		}),
	);
});

test('a date with a time: of any value an InputError, or milliseconds', () => {
	fc.assert(
		fc.property(fc.oneof(anyValue, almost, moment), (value) => {
			const outcome = outcomeOf(() => checkDateTime('Since', value, 'Europe/Amsterdam'));
			if ('error' in outcome) return expectInputError(outcome.error);
			expect(Number.isFinite(outcome.value)).toBe(true);
		}),
	);
});

test('a date with a time and a zone is that moment', () => {
	fc.assert(
		fc.property(moment, fc.constantFrom('Europe/Amsterdam', 'Asia/Tokyo'), (date, zone) => {
			expect(checkDateTime('Since', date.toISOString(), zone)).toBe(date.getTime());
			expect(checkDateTime('Since', date, zone)).toBe(date.getTime());
		}),
	);
});
