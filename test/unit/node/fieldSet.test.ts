import { organizationFields } from '../../../nodes/Corlega/actions/organization/organization.fields';

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
