import type { IDataObject, INodeTypeDescription } from 'n8n-workflow';
import { services } from '../../services';
import { ourNodes } from './nodeTypes';

/** A filled-in form of a node, for a picture. */
export interface Form {
	name: string;
	picture: string;
	type: INodeTypeDescription;
	parameters: IDataObject;
	/** An open dropdown in the picture. */
	opened?: string;
	isRun?: boolean;
	/** Texts that must be shown; the last one is in the picture. */
	texts: string[];
}

const [corlega, inboxify, cor] = ['corlega', 'inboxify', 'cor'].map(
	(service) => ourNodes.find(({ name }) => name === service)!,
);

const { list } = services.inboxify.node;

const EMAIL = 'pieter-meer.1@post.example';

export const forms: Form[] = [
	{
		name: 'Get by E-Mail Address',
		picture: 'inboxify-contact-email',
		type: inboxify,
		parameters: {
			resource: 'contact',
			operation: 'get',
			list,
			contactId: { __rl: true, mode: 'email', value: EMAIL },
		},
		isRun: true,
		texts: ['Output', EMAIL],
	},
	{
		name: 'Get by ID',
		picture: 'inboxify-contact-id',
		type: inboxify,
		parameters: {
			resource: 'contact',
			operation: 'get',
			list,
			contactId: { __rl: true, mode: 'id', value: '' },
		},
		texts: ['Contact'],
	},
	{
		name: 'Country by Its Name',
		picture: 'inboxify-country',
		type: inboxify,
		parameters: {
			resource: 'contact',
			operation: 'create',
			list,
			email: 'janjansen@inboxify.nl',
			additionalFields: { countryCode: 'BEL' },
		},
		opened: 'countryCode',
		texts: ['Belgium', 'Netherlands'],
	},
	{
		name: 'Currency by Its Name',
		picture: 'corlega-currency',
		type: corlega,
		parameters: {
			resource: 'organization',
			operation: 'update',
			updateFields: { defaultCurrency: 'EUR' },
		},
		opened: 'defaultCurrency',
		texts: ['Default Currency'],
	},
	{
		name: 'Create an Invoice',
		picture: 'corlega-invoice',
		type: corlega,
		parameters: { resource: 'invoice', operation: 'create' },
		texts: ['Corlega does not publish the field names of quotes and invoices.'],
	},
	{
		name: 'Selected Fields',
		picture: 'corlega-output',
		type: corlega,
		parameters: {
			resource: 'invoice',
			operation: 'getAll',
			output: 'selectedFields',
			fields: ['number', 'total'],
		},
		isRun: true,
		opened: 'fields',
		texts: ['Field Names or IDs', 'status'],
	},
	{
		name: 'Dry Run',
		picture: 'inboxify-dry-run',
		type: inboxify,
		parameters: {
			resource: 'contact',
			operation: 'update',
			list,
			contactId: { __rl: true, mode: 'email', value: EMAIL },
			updateFields: { city: 'Sneek' },
			options: { dryRun: true },
		},
		isRun: true,
		texts: ['Dry Run', 'PUT', 'Sneek'],
	},
	{
		name: 'Sync List',
		picture: 'inboxify-sync-list',
		type: inboxify,
		parameters: {
			resource: 'contact',
			operation: 'sync',
			list,
			email: EMAIL,
			options: { missing: 'unsubscribe', mostRemoved: 100, neverAdd: 'allLists', dryRun: true },
		},
		isRun: true,
		texts: ['unsubscribed', 'Maximum Removed (Percent)', 'Missing Contacts', 'Never Add'],
	},
	{
		name: 'Person in All Lists',
		picture: 'inboxify-person',
		type: inboxify,
		parameters: {
			resource: 'person',
			operation: 'get',
			email: EMAIL,
			options: { usage: true },
		},
		isRun: true,
		texts: ['found', '_usage', 'Usage: 4 requests to Inboxify.'],
	},
	{
		name: 'Search Contacts',
		picture: 'corlega-search',
		type: corlega,
		parameters: { resource: 'contact', operation: 'search', query: 'meer', limit: 5 },
		isRun: true,
		texts: ['Search For', 'Read 3 pages with 250 records, and found 5 that match.'],
	},
	{
		name: 'Conditions',
		picture: 'corlega-conditions',
		type: corlega,
		parameters: {
			resource: 'invoice',
			operation: 'getAll',
			conditions: {
				condition: [
					{ field: 'status', condition: 'equals', value: 'overdue' },
					{ field: 'total', condition: 'greater', value: '100' },
				],
			},
		},
		isRun: true,
		texts: ['Conditions', 'Read 3 pages with 250 records, and found 50 that match.'],
	},
	{
		name: 'Match an Organisation',
		picture: 'cor-match',
		type: cor,
		parameters: {
			resource: 'organisation',
			operation: 'match',
			name: 'gem. Utrecht, t.a.v. Crediteuren',
		},
		isRun: true,
		texts: ['KvK Number', 'RSIN', 'certain'],
	},
	{
		name: 'Compare with the Register',
		picture: 'cor-compare',
		type: cor,
		parameters: { resource: 'organisation', operation: 'compare' },
		texts: ['The input items are the earlier copy'],
	},
	{
		name: 'Warnings',
		picture: 'corlega-warnings',
		type: corlega,
		parameters: {
			resource: 'organization',
			operation: 'update',
			updateFields: { iban: 'NL91ABNA0417164301', kvkNumber: '1234567' },
		},
		isRun: true,
		texts: ['A KvK number has 8 digits, and this one has 7', 'The checksum of this IBAN is wrong'],
	},
];
