import type { IDataObject, INodeProperties } from 'n8n-workflow';

import {
	checkBoolean,
	checkOneOf,
	checkPattern,
	checkRequired,
	isBlank,
} from '../../../shared/input/check';
import { locator } from '../../../shared/node/fields';
import type { Item } from '../../../shared/node/Item';
import { simplifyAll } from './simplify';

/** An OIN is 20 digits (COR's document). */
export const checkOin = (value: unknown): string =>
	checkPattern('OIN', checkRequired('OIN', value), /^\d{20}$/, '20 digits');

export const oinField: INodeProperties = locator({
	displayName: 'OIN',
	name: 'oin',
	description: 'The organisation by its identification number (Organisatie-identificatienummer)',
	search: 'searchOrganisations',
	typed: {
		displayName: 'By ID',
		name: 'id',
		placeholder: 'e.g. 00000001234567891000',
		validation: [
			{
				type: 'regex',
				properties: { regex: '^[0-9]{20}$', errorMessage: 'An OIN has 20 digits' },
			},
		],
	},
});

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export const expandOption: INodeProperties = {
	displayName: 'Expand Relations',
	name: 'expand',
	type: 'boolean',
	default: false,
	description:
		'Whether to get all details of the main and sub organisations. Shows only with Simplify off.',
};

/** The query for the expand option; left out, the register takes false. @throws InputError */
export const expandQuery = ({ options }: Item): IDataObject => ({
	expand:
		options.expand === undefined
			? undefined
			: String(checkBoolean('Expand Relations', options.expand)),
});

/** Gives organisations as the user asked for them. */
export const present = (item: Item, organisations: IDataObject[]): IDataObject[] =>
	item.parameter<boolean>('simplify') ? simplifyAll(organisations) : organisations;

/** How each filter is checked (limits: COR's document). */
const CHECKS: Record<string, (value: unknown) => string> = {
	oin: checkOin,
	naam: (value) => checkRequired('Name', value),
	status: (value) => checkOneOf('Status', value, ['Actief', 'Ingetrokken']),
	kvkNummer: (value) => checkPattern('KvK Number', value, /^\d{8}$/, '8 digits'),
	organisatieCode: (value) => checkPattern('Organisation Code', value, /^\S{4}$/, '4 characters'),
	organisatieType: (value) => checkOneOf('Organisation Type', value, ['GM', 'PV', 'WS']),
	zoek: (value) => checkRequired('Search', value),
};

export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Organisations must meet all of these',
	options: [
		{
			displayName: 'KvK Number',
			name: 'kvkNummer',
			type: 'string',
			default: '',
			placeholder: 'e.g. 12345678',
			description: 'Number in the trade register (KvK), all 8 digits',
		},
		{
			displayName: 'Name',
			name: 'naam',
			type: 'string',
			default: '',
			placeholder: 'e.g. Gemeente Sluis',
			description: 'The whole name, exactly as registered',
		},
		{
			displayName: 'OIN',
			name: 'oin',
			type: 'string',
			default: '',
			placeholder: 'e.g. 00000001234567891000',
			description: 'The whole number, 20 digits',
		},
		{
			displayName: 'Organisation Code',
			name: 'organisatieCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0163',
			description: 'Code of a municipality, province or water board, 4 characters',
		},
		{
			displayName: 'Organisation Type',
			name: 'organisatieType',
			type: 'options',
			options: [
				{
					name: 'Municipality (Gemeente)',
					value: 'GM',
				},
				{
					name: 'Province (Provincie)',
					value: 'PV',
				},
				{
					name: 'Water Board (Waterschap)',
					value: 'WS',
				},
			],
			default: 'GM',
			description: 'Kind of local government; other organisations have none',
		},
		{
			displayName: 'Search',
			name: 'zoek',
			type: 'string',
			default: '',
			placeholder: 'e.g. waterschap',
			description: 'Part of a name, OIN or abbreviation',
		},
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{
					name: 'Active (Actief)',
					value: 'Actief',
				},
				{
					name: 'Withdrawn (Ingetrokken)',
					value: 'Ingetrokken',
				},
			],
			default: 'Actief',
			description: 'Whether the OIN is in use or withdrawn',
		},
	],
};

/** Reads the filters; those left blank don't filter. @throws InputError */
export function readFilters(item: Item): IDataObject {
	const set = Object.entries(item.collection('filters')).filter(
		([name, value]) => name in CHECKS && !isBlank(value),
	);
	return Object.fromEntries(set.map(([name, value]) => [name, CHECKS[name](value)]));
}
