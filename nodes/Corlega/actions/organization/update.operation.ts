import { collection, emptyValuesOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { readUpdate } from '../record/fields';
import { organizationFields } from './organization.fields';

export const updateOrganization: ItemOperation = {
	name: 'Update',
	value: 'update',
	action: 'Update the organization',
	description: 'Change settings of the organization; the others stay as they are',
	writes: true,
	properties: [collection('updateFields', organizationFields.properties)],
	options: [emptyValuesOption],

	async execute(item) {
		const body = readUpdate(item, (...given) => organizationFields.read(...given));
		return dataOf(await item.request({ method: 'PATCH', path: ['organization'], body }));
	},
};
