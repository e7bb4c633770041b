import { contactBody, newContact } from '../../../nodes/Inboxify/actions/contact/contact.fields';

const fields = {
	email: 'a@b.nl',
	customDate: '',
	countryCode: '',
	sex: '2',
	city: undefined,
	remarks: null,
	telephone: '  ',
	tags: ' , ',
};

test('a contact: its fields with their checks, what is undefined, null or empty left out', () => {
	expect(contactBody(fields)).toEqual({ email: 'a@b.nl', sex: 2 });
});

test('to clear, what is empty is sent as the document shows an empty contact; null is left out', () => {
	expect(contactBody(fields, 'clear')).toEqual({
		email: 'a@b.nl',
		customDate: null,
		countryCode: '',
		sex: 2,
		telephone: '',
		tags: [],
	});
	expect(contactBody({ sex: '' }, 'clear')).toEqual({ sex: 0 });
});

test.each(['m', 'Vrouw', 3])('the sex %s is refused with what the numbers mean', (sex) => {
	expect(() => contactBody({ sex })).toThrow(
		expect.objectContaining({ description: '0 is unknown, 1 a man and 2 a woman.' }),
	);
});

test.each([
	['email', 'Email is empty'],
	['unsubscribed', 'Unsubscribed must be one of true, false'],
])('%s has no empty value', (name, message) => {
	expect(() => contactBody({ [name]: '' }, 'clear')).toThrow(message);
	expect(contactBody({ [name]: '' })).toEqual({});
});

test.each([[[]], [[null]], [['', ' ', undefined]], [',,'], [' , ,'], ['']])(
	'tags of %j are none, and take none off unless asked to',
	(tags) => {
		expect(contactBody({ tags })).toEqual({});
		expect(contactBody({ tags }, 'clear')).toEqual({ tags: [] });
	},
);

test.each<[unknown, unknown]>([
	['false', false],
	[' TRUE ', true],
	[true, true],
])('unsubscribed as %j', (value, sent) => {
	expect(contactBody({ unsubscribed: value })).toEqual({ unsubscribed: sent });
});

test.each([[null], [undefined], [''], ['  '], [{}], [['a@b.nl']], [true], ['geen adres']])(
	'there is no new contact with the address %j',
	(email) => {
		expect(() => newContact(email, { city: 'Sneek' })).toThrow(/^Email /);
	},
);

test('the address of a new contact goes before one among its fields', () => {
	expect(newContact('a@b.nl', { email: 'c@d.nl', city: '' })).toEqual({ email: 'a@b.nl' });
});

test.each(['bounced', 'registrationDate', 'constructor', '__proto__'])(
	'%s is no field of a contact that can be set, which is an error',
	(name) => {
		const fields = JSON.parse(`{ "${name}": "x" }`) as Record<string, unknown>;
		expect(() => contactBody(fields)).toThrow(`There is no field "${name}"`);
	},
);
