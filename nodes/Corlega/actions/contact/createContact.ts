import type { IDataObject } from 'n8n-workflow';

import type { Item } from '../../../shared/node/Item';
import { orLookUp } from '../../../shared/node/lookUp';
import { createdOf } from '../../corlega.service';
import { changesOf } from './changes';
import { type ContactIndex, idOf } from './contactIndex';
import { matchKeys } from './matchKey';

/**
 * Creates a contact. An unsure end is looked up by its e-mail address and KvK number, if it has one.
 * @param looksUp the option Look Up Unsure Creates
 * @param isTaken whether another item made a contact
 * @throws RequestError
 */
export async function createContact(
	item: Item,
	index: ContactIndex,
	body: IDataObject,
	looksUp: boolean,
	isTaken: (contact: IDataObject) => boolean = () => false,
): Promise<IDataObject> {
	const keys = matchKeys(body);
	const creating = item.request({ method: 'POST', path: ['contacts'], body }).then(createdOf);
	if (!looksUp || keys.length === 0) return await creating;
	return await orLookUp(creating, {
		by: 'e-mail address or KvK number',
		find: async () => await index.readAgain(item, keys),
		isSent: (contact) => Object.keys(changesOf(contact, body)).length === 0 && !isTaken(contact),
		nameOf: idOf,
	});
}
