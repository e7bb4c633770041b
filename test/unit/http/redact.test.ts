import { redactor } from '../../../nodes/shared/http/redact';

test('redacts secrets, but no short words', () => {
	expect(redactor(['corlega_1'])('Bearer corlega_1 is bad, corlega_1')).toBe(
		'Bearer ***** is bad, *****',
	);
	expect(redactor(['an', ''])('an error')).toBe('an error');
});
