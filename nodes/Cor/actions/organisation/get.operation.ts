import { checkOin } from '../../../shared/input/number';
import { simplifyField } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { organisationOf } from '../../cor.service';
import { electronicAddressOption, readElectronicAddress } from './electronicAddress';
import { expandOption, oinField, readPresentation } from './organisation.fields';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get an organisation',
	description: 'Get one organisation by its OIN',
	properties: [oinField, simplifyField],
	options: [electronicAddressOption, expandOption],

	async execute(item) {
		const oin = checkOin(item.text('oin'));
		const withAddress = readElectronicAddress(item);
		const { query, present } = readPresentation(item);
		const answer = await item.request({ method: 'GET', path: ['organisaties', oin], query });
		return withAddress(present([organisationOf(answer, oin)]));
	},
};
