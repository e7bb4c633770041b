import { emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { checkBody, readFields } from '../record/emptyValues';
import { remarkOn } from '../record/remarks';
import { organizationFields } from './organization.fields';

export const update: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update the organization',
	description: 'Change settings of the organization; the others stay as they are',
	properties: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: organizationFields.properties,
		},
	],
	options: [emptyValuesOption],

	async execute(item) {
		const fields = item.collection('updateFields');
		const read = readFields(organizationFields, fields, item.emptyValues());
		const body = checkBody('Update Fields', read, {
			hasFields: Object.keys(fields).length > 0,
			canClear: true,
		});
		remarkOn(item, body);
		return dataOf(await item.request({ method: 'PATCH', path: ['organization'], body }));
	},
};
