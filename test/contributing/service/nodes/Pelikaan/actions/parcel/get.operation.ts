import { isObject } from '../../../shared/input/check';
import type { ItemOperation } from '../../../shared/node/operation';
import { unexpectedAnswer } from '../../../shared/service/answer';

export const get: ItemOperation = {
	name: 'Get',
	value: 'get',
	action: 'Get a parcel',
	description: 'Get a parcel by its ID',
	properties: [
		{
			displayName: 'Parcel ID',
			name: 'parcelId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. P1',
		},
	],

	async execute(item) {
		const path = ['parcels', item.required('parcelId', 'Parcel ID')];
		const answer = await item.request({ method: 'GET', path });
		if (isObject(answer.body)) return answer.body;
		throw unexpectedAnswer('Pelikaan', answer, 'a parcel');
	},
};
