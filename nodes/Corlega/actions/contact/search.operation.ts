import { deepCopy, type IDataObject } from 'n8n-workflow';

import { checkRequired } from '../../../shared/input/check';
import { addressIn } from '../../../shared/input/email';
import { KVK_DIGITS, kvkDigits } from '../../../shared/input/number';
import { searchable } from '../../../shared/input/text';
import { returnAllOrLimit } from '../../../shared/node/description/fields';
import type { ItemOperation } from '../../../shared/node/operation';
import { recordOutput, recordOutputFields } from '../record/record.kind';
import { ContactIndex } from './contactIndex';
import { matchKey, matchKeys } from './matchKey';

/** As names are compared: without accents, too. */
const plain = (value: unknown): string =>
	searchable(String(value ?? ''))
		.normalize('NFD')
		.replace(/\p{M}/gu, '');

/** Makes the test of a search: an e-mail address, a KvK number, or parts of a name. */
function testOf(text: string): (contact: IDataObject) => boolean {
	const isKvkNumber = kvkDigits(text)?.length === KVK_DIGITS;
	const field = isKvkNumber ? 'kvkNumber' : /@.+\./.test(text) && addressIn(text) && 'email';
	const key = field && matchKey(field, text);
	if (key) return (contact) => matchKeys(contact).includes(key);
	const words = plain(text).split(' ').filter(Boolean);
	return ({ name, email }) => {
		const searched = plain(`${String(name ?? '')}\n${String(email ?? '')}`);
		return words.every((word) => searched.includes(word));
	};
}

/** Several items share one reading of all contacts; one item stops at its Limit. */
export const search: ItemOperation<{ index: ContactIndex; count: number }> = {
	name: 'Search',
	value: 'search',
	action: 'Search contacts',
	description: 'Find contacts by e-mail address, KvK number or name',
	properties: [
		{
			displayName: 'Search For',
			name: 'query',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. de vries',
			description:
				'A whole e-mail address, a KvK number of 8 digits, or parts of a name or an e-mail address. Capitals and accents make no difference. Corlega has no search, so the node reads the contacts, 100 per request.',
		},
		...returnAllOrLimit,
		...recordOutputFields,
	],

	share: (count) => ({ index: new ContactIndex(), count }),

	async execute(item, { index, count }) {
		const matches = testOf(checkRequired('Search For', item.parameter('query')));
		const limit = item.limit();
		const present = recordOutput(item);
		if (count === 1) return (await item.list({ path: ['contacts'], limit, matches })).map(present);
		const found = (await index.all(item)).filter(matches);
		const more = found.length - (limit ?? Infinity);
		if (more > 0) item.remark(`${more} more contacts match: raise Limit to get them`);
		return deepCopy(found.slice(0, limit)).map(present);
	},
};
