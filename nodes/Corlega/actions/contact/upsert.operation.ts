import type { IDataObject } from 'n8n-workflow';

import { checkOneOf, checkRequired } from '../../../shared/input/check';
import type { Item } from '../../../shared/node/Item';
import type { ItemOperation } from '../../../shared/node/operation';
import { dataOf } from '../../corlega.service';
import { contactBody } from './contact.fields';
import { ContactIndex, type MatchField } from './contactIndex';
import { create } from './create.operation';

const CONFLICT = 409;

/** Updates the contact that has the value, or creates one. */
async function upsertContact(
	item: Item,
	index: ContactIndex,
	value: string,
	body: IDataObject,
): Promise<IDataObject> {
	const change = async (id: string) =>
		dataOf(await item.request({ method: 'PATCH', path: ['contacts', id], body }));

	const known = await index.find(item, value);
	if (known !== undefined) return await change(known);

	const created = await item.request({
		method: 'POST',
		path: ['contacts'],
		body,
		expected: [CONFLICT],
	});
	if (created.status !== CONFLICT) return dataOf(created);

	// Another program was faster: its contact is the one to update.
	await index.readAnew(item);
	const other = await index.find(item, value);
	if (other !== undefined) return await change(other);
	return dataOf(await item.request({ method: 'POST', path: ['contacts'], body }));
}

export const upsert: ItemOperation = {
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	properties: [
		{
			displayName: 'Match On',
			name: 'matchOn',
			type: 'options',
			options: [
				{
					name: 'Email',
					value: 'email',
				},
				{
					name: 'KvK Number',
					value: 'kvkNumber',
				},
			],
			default: 'email',
			description: 'The field by which to find out whether the contact exists',
		},
		{
			displayName: 'Match Value',
			name: 'matchValue',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. info@devries-bouw.nl',
			description:
				'The e-mail address or KvK number of the contact. A contact that is created gets it.',
		},
		...create.properties,
	],

	async execute(item) {
		const field: MatchField = checkOneOf('Match On', item.parameter('matchOn'), [
			'email',
			'kvkNumber',
		]);
		const label = field === 'email' ? 'Email' : 'KvK Number';
		const value = checkRequired(`Match Value (${label})`, item.parameter('matchValue'));
		const name = checkRequired('Name', item.parameter('name'));
		const body = contactBody({
			[field]: value,
			...item.collection('additionalFields'),
			name,
		});

		const indexes = item.shared(() => new Map<MatchField, ContactIndex>());
		const index = indexes.get(field) ?? new ContactIndex(field);
		indexes.set(field, index);
		return await index.take(value, async () => {
			const contact = await upsertContact(item, index, value, body);
			await index.keep(contact);
			return contact;
		});
	},
};
