import type { IDataObject } from 'n8n-workflow';

import { checkDutchDay, dutchDay } from '../../../shared/input/date';
import { readField } from '../../../shared/input/readField';
import type { ItemOperation } from '../../../shared/node/operation';
import { checkLastChange } from '../../lastChange';
import { readDay, readTime } from '../../registerTime';
import { expandOption, organisationOutput, readPresentation } from './organisation.fields';

/**
 * The organisations that changed on a day or later, oldest change first: some changes have a time,
 * others only a day, which is a midnight. One without a readable day comes along, first: whether it
 * changed is unknown, and leaving it out might lose a change.
 */
function changedSince(organisations: IDataObject[], since: string): IDataObject[] {
	return organisations
		.map((organisation) => {
			const changed = readField(organisation, 'laatstAangepastDatum');
			return {
				organisation,
				day: readDay(changed) ?? '',
				time: readTime(changed) ?? Number.MAX_VALUE,
			};
		})
		.filter(({ day }) => day === '' || day >= since)
		.sort((a, b) => a.day.localeCompare(b.day) || a.time - b.time)
		.map(({ organisation }) => organisation);
}

export const getChanged: ItemOperation = {
	name: 'Get Changed',
	value: 'getChanged',
	action: 'Get changed organisations',
	description: 'Get the organisations that changed on a day or later, oldest change first',
	properties: [
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			required: true,
			default: '',
			placeholder: 'e.g. 2026-11-01',
			description:
				'Organisations that changed on this day or later are returned. Changes count by the Dutch day, so of a date with a time the day in the Netherlands counts. To go on later, give it the laatstAangepastDatum of the last item you got: that day then comes again, with what was changed later on it, so work with the OIN as key, e.g. with an upsert.',
		},
		...organisationOutput,
	],
	options: [expandOption],

	async execute(item) {
		const since = checkDutchDay('Since', item.parameter('since'), item.timezone);
		const { query, present } = readPresentation(item);
		const lastChange = await item.request({ method: 'GET', path: ['laatsteWijziging'] });
		if (dutchDay(checkLastChange(lastChange)) < since) return [];
		return present(changedSince(await item.list({ path: ['organisaties'], query }), since));
	},
};
