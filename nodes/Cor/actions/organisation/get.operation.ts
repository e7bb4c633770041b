import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { checkDutchDay } from '../../../shared/input/date';
import { checkOin } from '../../../shared/input/number';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { organisationOf } from '../../cor.service';
import { electronicAddressOption, readElectronicAddress } from './electronicAddress';
import {
	expandOption,
	oinField,
	organisationOutput,
	readPresentation,
} from './organisation.fields';

/** Days that the register's OpenAPI description names; how it answers to them is not documented. */
const dateOptions: INodeProperties[] = [
	{
		displayName: 'Valid On',
		name: 'validOn',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2025-12-31',
		description:
			"Day for which to get the organisation. Sent as geldigOp, which the register's own description of its API names but does not explain.",
	},
	{
		displayName: 'Known On',
		name: 'knownOn',
		type: 'dateTime',
		default: '',
		placeholder: 'e.g. 2025-12-31',
		description:
			"Day on which the register had to know it. Sent as beschikbaarOp, which the register's own description of its API names but does not explain.",
	},
];

/** Reads an option with a day. @throws InputError */
function readDay(item: Item, label: string, name: string): string | undefined {
	const value = item.options[name];
	return isBlank(value) ? undefined : checkDutchDay(label, value, item.timezone);
}

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get an organisation',
	description: 'Get one organisation by its OIN',
	properties: [oinField, ...organisationOutput],
	options: [electronicAddressOption, expandOption, ...dateOptions],

	async execute(item) {
		const oin = checkOin(item.required('oin', 'OIN'));
		const withAddress = readElectronicAddress(item);
		const { query, present } = readPresentation(item);
		const dates = {
			geldigOp: readDay(item, 'Valid On', 'validOn'),
			beschikbaarOp: readDay(item, 'Known On', 'knownOn'),
		};
		const answer = await item.request({
			method: 'GET',
			path: ['organisaties', oin],
			query: { ...query, ...dates },
		});
		const organisation = organisationOf(answer, oin);
		const [output] = present([withAddress(organisation, organisation)]);
		return withAddress(output, organisation);
	},
};
