import { checkText, isBlank } from '../../../nodes/shared/input/check';
import { InputError } from '../../../nodes/shared/input/InputError';
import { FieldSet, textField } from '../../../nodes/shared/node/description/fieldSet';
import { anyValue, fc, outcomeOf } from '../cases';

const NAMES = ['name', 'email', 'phone'];

const fields = new FieldSet(NAMES.map((name) => textField({ displayName: name, name }, 50)));

const values = fc.dictionary(
	fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...NAMES) },
		{ weight: 1, arbitrary: fc.constantFrom('other', '__proto__', 'constructor', 'toString') },
	),
	fc.oneof(anyValue, fc.string(), fc.constantFrom('', ' ', null, undefined)),
);

test.each(['ignore', 'clear'] as const)(
	'fields with empty values to %s: each is sent as it was given, left out, or refused',
	(emptyValues) => {
		fc.assert(
			fc.property(values, (given) => {
				const outcome = outcomeOf(() => fields.read(given, emptyValues));
				if ('error' in outcome) return expect(outcome.error).toBeInstanceOf(InputError);
				const isSent = (value: unknown) =>
					value !== null && value !== undefined && (emptyValues === 'clear' || !isBlank(value));
				const sent = Object.entries(given).filter(([, value]) => isSent(value));
				expect(Object.entries(outcome.value)).toEqual(
					sent.map(([name, value]) => [name, checkText(name, value)]),
				);
				expect(NAMES).toEqual(expect.arrayContaining(Object.keys(outcome.value)));
			}),
		);
	},
);
