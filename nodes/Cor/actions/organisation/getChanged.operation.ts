import type { IDataObject } from 'n8n-workflow';

import { checkDateTime } from '../../../shared/input/date';
import type { ItemOperation } from '../../../shared/node/operation';
import { lastChangeOf } from '../../lastChange';
import { expandOption, expandQuery, present, simplifyField } from './organisation.fields';

const changedAt = ({ laatstAangepastDatum }: IDataObject): number =>
	Date.parse(String(laatstAangepastDatum ?? ''));

export const getChanged: ItemOperation = {
	name: 'Get Changed',
	value: 'getChanged',
	action: 'Get changed organisations',
	description: 'Get the organisations that changed after a date and time, oldest change first',
	properties: [
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			required: true,
			default: '',
			placeholder: 'e.g. 2026-11-01T00:00:00Z',
			description:
				'Organisations whose laatstAangepastDatum is later are returned. Give it the laatstAangepastDatum of the last item you got to go on from there.',
		},
		simplifyField,
	],
	options: [expandOption],

	async execute(item) {
		const since = checkDateTime('Since', item.parameter('since'), item.timezone);
		const query = expandQuery(item);
		const answer = await item.request({ method: 'GET', path: ['laatsteWijziging'] });
		const lastChange = lastChangeOf(answer.body);
		if (lastChange !== undefined && lastChange <= since) return [];

		const organisations = await item.list({ path: ['organisaties'], query });
		const changed = organisations
			.filter((organisation) => changedAt(organisation) > since)
			.sort((a, b) => changedAt(a) - changedAt(b));
		return present(item, changed);
	},
};
