import { lookUpOption } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { isUnsure } from '../../../shared/service/unsureCreate';
import { outputFields } from '../../../shared/node/output';
import { contactOf } from '../../answers';
import { listPath } from '../common.fields';
import { createParameters, newContact } from './contact.fields';
import { settleInserts } from './lookUp';
import { CONTACT_FIELDS, simplify } from './simplify';
import { leftOut, neverAddOption, OptOuts, readAdding } from './neverAdd';

export const create: ItemOperation<OptOuts> = {
	name: 'Create',
	value: 'create',
	action: 'Create a contact',
	description: 'Add a contact to a list',
	builderHint:
		'Use only for contacts that are certainly new. Otherwise prefer Create or Update (upsert); for many new contacts, Insert Many.',
	writes: true,
	properties: [...createParameters, ...outputFields(CONTACT_FIELDS, 'raw')],
	options: [lookUpOption, neverAddOption],

	share: (count) => new OptOuts(count),

	async execute(item, optOuts) {
		const path = listPath(item);
		const present = item.output(simplify, 'raw');
		const { looksUp, neverAdd } = readAdding(item);
		const body = newContact(item.parameter('email'), item.fieldsOrColumns('additionalFields'));
		item.warnOfMistakes(body);
		const email = String(body.email);
		const why = await optOuts.find(item, neverAdd, path, email);
		if (why !== undefined) return leftOut(email, why);
		const request = item.request({ method: 'POST', path, body });
		const [created] = await Promise.allSettled([request.then(contactOf)]);
		if (created.status === 'fulfilled') return present(created.value);
		const { reason } = created;
		if (!looksUp || !isUnsure(reason)) throw reason;
		const [found] = await settleInserts([{ item, body }], path, reason);
		if (found instanceof Error) throw found;
		return present(found);
	},
};
