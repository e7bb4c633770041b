import { contactBody } from '../../../nodes/Corlega/actions/contact/contact.fields';
import { organizationFields } from '../../../nodes/Corlega/actions/organization/organization.fields';

test.each([
	['an organization', (fields: object) => organizationFields.read({ ...fields })],
	['a Corlega contact', (fields: object) => contactBody({ ...fields })],
])('a key that is no field of %s is refused with the names of its fields', (_, read) => {
	expect(() => read({ slogan: 'x' })).toThrow('There is no field "slogan"');
	expect(() => read({ toString: 'x' })).toThrow('There is no field "toString"');
});

test('fields are shown in the order of their labels', () => {
	expect(organizationFields.properties.map(({ displayName }) => displayName)).toEqual([
		'Default Currency Name or ID',
		'Default Payment Terms (Days)',
		'Default VAT Percentage',
		'IBAN',
		'Invoice Footer',
		'Invoice Number Prefix',
		'KvK Number',
		'Legal Name',
		'Quote Number Prefix',
		'VAT Number',
	]);
});
