import type { ItemOperation } from '../../../shared/node/operation';
import { outputFields } from '../../../shared/node/output';
import { contactOf } from '../../answers';
import { listPath } from '../common.fields';
import { createParameters, newContact } from './contact.fields';
import { CONTACT_FIELDS, simplify } from './simplify';
import { leftOut, neverAddOption, OptOuts, readNeverAdd } from './neverAdd';

export const create: ItemOperation<OptOuts> = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	writes: true,
	properties: [...createParameters, ...outputFields(CONTACT_FIELDS, 'raw')],
	options: [neverAddOption],

	share: (count) => new OptOuts(count),

	async execute(item, optOuts) {
		const path = listPath(item);
		const present = item.output(simplify, 'raw');
		const body = newContact(item.parameter('email'), item.collection('additionalFields'));
		item.warnOfMistakes(body);
		const email = String(body.email);
		const why = await optOuts.find(item, readNeverAdd(item), path, email);
		if (why !== undefined) return leftOut(email, why);
		return present(contactOf(await item.request({ method: 'POST', path, body })));
	},
};
