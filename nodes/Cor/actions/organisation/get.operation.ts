import type { ItemOperation } from '../../../shared/node/operation';
import { organisationOf } from '../../cor.service';
import {
	checkOin,
	expandOption,
	expandQuery,
	oinField,
	present,
	simplifyField,
} from './organisation.fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get an organisation',
	description: 'Get one organisation by its OIN',
	properties: [oinField, simplifyField],
	options: [expandOption],

	async execute(item) {
		const path = ['organisaties', checkOin(item.text('oin'))];
		const query = expandQuery(item);
		const organisation = organisationOf(await item.request({ method: 'GET', path, query }));
		return present(item, [organisation]);
	},
};
