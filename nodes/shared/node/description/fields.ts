import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** Entries that a Get Many returns where nothing is chosen; the linter wants the number below, too. */
export const DEFAULT_LIMIT = 50;

/** The two fields of every Get Many. */
export const returnAllOrLimit: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** Whether an output holds the fields that matter; read with `item.simplifies()`. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** What an update does with empty values; read with `item.emptyValues()`. */
export const emptyValuesOption: INodeProperties = {
	displayName: 'Empty Values',
	name: 'emptyValues',
	type: 'options',
	options: [
		{
			name: 'Ignore',
			value: 'ignore',
			description: 'A field whose value is empty stays as it is',
		},
		{
			name: 'Clear',
			value: 'clear',
			description: 'A field whose value is empty is emptied',
		},
	],
	default: 'ignore',
	description:
		'What to do with a field that was added but whose value is empty, e.g. an empty cell of a spreadsheet',
};

/** A required identifier, chosen from what a search finds, or typed. */
export function locator(field: {
	displayName: string;
	name: string;
	description: string;
	/** Name of the node's list search method. */
	search: string;
	/** The fields in which it searches: when they change, it searches anew. */
	within?: string[];
	/** The modes in which it is typed. */
	typed: Array<Pick<INodePropertyMode, 'displayName' | 'name' | 'placeholder' | 'validation'>>;
}): INodeProperties {
	const { displayName, name, description, search, within, typed } = field;
	const loadOptionsDependsOn = within?.map((other) => `${other}.value`);
	return {
		displayName,
		name,
		type: 'resourceLocator',
		...(loadOptionsDependsOn && { typeOptions: { loadOptionsDependsOn } }),
		required: true,
		default: { mode: 'list', value: '' },
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search, searchable: true },
			},
			...typed.map((mode) => ({ ...mode, type: 'string' as const })),
		],
	};
}
