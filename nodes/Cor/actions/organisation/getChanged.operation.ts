import type { IDataObject } from 'n8n-workflow';

import { checkDutchDay, dutchDay } from '../../../shared/input/date';
import { simplifyField } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { checkLastChange } from '../../lastChange';
import { readDay } from '../../registerTime';
import { expandOption, readPresentation } from './organisation.fields';

/** The Dutch day of a change; empty, and so before all others, where it can't be read. */
const dayOf = ({ laatstAangepastDatum }: IDataObject): string =>
	readDay(laatstAangepastDatum) ?? '';

/**
 * The organisations that changed on a day or later, oldest change first. One without a readable day
 * comes along, first: whether it changed is unknown, and leaving it out might lose a change.
 */
function changedSince(organisations: IDataObject[], since: string): IDataObject[] {
	return organisations
		.map((organisation) => ({ organisation, day: dayOf(organisation) }))
		.filter(({ day }) => day === '' || day >= since)
		.sort((a, b) => Number(a.day > b.day) - Number(a.day < b.day))
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
				'Organisations that changed on this day or later are returned. The register dates changes by the day, in Dutch time, so of a date with a time the Dutch day counts. To go on later, give it the laatstAangepastDatum of the last item you got: that day then comes again, with what was changed later on it, so work with the OIN as key, e.g. with an upsert.',
		},
		simplifyField,
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
