import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isBlank } from '../../../shared/input/check';
import { locator } from '../../../shared/node/description/fields';
import type { Item } from '../../../shared/node/Item';
import { outputFields } from '../../../shared/node/output';
import { SIMPLE_FIELDS, simplify } from './simplify';

export const oinField: INodeProperties = locator({
	displayName: 'OIN',
	name: 'oin',
	description: 'The organisation by its identification number (Organisatie-identificatienummer)',
	search: 'searchOrganisations',
	typed: [
		{
			displayName: 'By ID',
			name: 'id',
			placeholder: 'e.g. 00000001234567891000',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^(?=.*[0-9])[^0-9]*(0190:)?[0-9A-Za-z]([ .-]?[0-9A-Za-z]){19}\\s*$',
						errorMessage: 'An OIN has 20 digits or letters',
					},
				},
			],
		},
	],
});

export const expandOption: INodeProperties = {
	displayName: 'Expand Relations',
	name: 'expand',
	type: 'boolean',
	default: false,
	description:
		'Whether to get all details of the main and sub organisations. Shows only with Output Raw.',
};

/** Read with `readPresentation`. */
export const organisationOutput: INodeProperties[] = outputFields(SIMPLE_FIELDS);

/**
 * Reads Output and Expand Relations; what an expression left empty counts as left out.
 * @returns the query of the request, and what gives organisations as asked for
 * @throws InputError
 */
export function readPresentation(item: Item) {
	const { expand } = item.options;
	const output = item.output(simplify);
	return {
		// Left out, the register takes false.
		query: { expand: isBlank(expand) ? undefined : String(item.option(expandOption)) },
		// In place, so that a long list is held once.
		present(organisations: IDataObject[]): IDataObject[] {
			organisations.forEach((organisation, index) => {
				organisations[index] = output(organisation);
			});
			return organisations;
		},
	};
}
