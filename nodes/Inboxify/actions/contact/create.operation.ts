import type { IDataObject } from 'n8n-workflow';

import { lookUpOption, orLookUp, readLookUp } from '../../../shared/node/lookUp';
import type { ItemOperation } from '../../../shared/node/operation';
import { outputFields } from '../../../shared/node/output';
import { contactOf } from '../../answers';
import { listPath } from '../common.fields';
import { createParameters, newContact } from './contact.fields';
import { addressKey, getContact } from './lookUp';
import { leftOut, neverAddOption, OptOuts, readNeverAdd } from './neverAdd';
import { CONTACT_FIELDS, simplify } from './simplify';
import { differences } from './sync/differences';

/** Whether a contact has the values of another; upper and lower case of the address make no difference. */
const isSame = (contact: IDataObject, { email, ...fields }: IDataObject): boolean =>
	addressKey(contact.email) === addressKey(email) &&
	Object.keys(differences(contact, fields, false)).length === 0;

export const create: ItemOperation<OptOuts> = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	writes: true,
	properties: [...createParameters, ...outputFields(CONTACT_FIELDS, 'raw')],
	options: [lookUpOption, neverAddOption],

	share: (count) => new OptOuts(count),

	async execute(item, optOuts) {
		const path = listPath(item);
		const present = item.output(simplify, 'raw');
		const looksUp = readLookUp(item);
		const body = newContact(item.parameter('email'), item.collection('additionalFields'));
		item.warnOfMistakes(body);
		const email = String(body.email);
		const why = await optOuts.find(item, readNeverAdd(item), path, email);
		if (why !== undefined) return leftOut(email, why);
		const creating = item.request({ method: 'POST', path, body }).then(contactOf);
		if (!looksUp) return present(await creating);
		const created = await orLookUp(creating, {
			by: 'e-mail address',
			find: async () => {
				const contact = await getContact(item, path, email);
				return contact ? [contact] : [];
			},
			isSent: (contact) => isSame(contact, body),
			nameOf: ({ id }) => String(id ?? email),
		});
		return present(created);
	},
};
