import type { IDataObject } from 'n8n-workflow';

import { ContactIndex } from '../../../nodes/Corlega/actions/contact/contactIndex';
import { matchKey } from '../../../nodes/Corlega/actions/contact/matchKey';
import { InputError } from '../../../nodes/shared/input/InputError';
import type { Item } from '../../../nodes/shared/node/Item';
import { fc } from '../cases';

const email = fc.constantFrom('a@x.nl', 'A@X.nl ', 'b@x.nl', 'c@x.nl', '', undefined);

test('the contact with a value is found whatever its case, one of several never', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(email, { maxLength: 8 }), async (emails) => {
			const contacts: IDataObject[] = emails.map((value, id) => ({ id: `id${id}`, email: value }));
			let scans = 0;
			const item = { list: async () => (scans++, contacts) } as unknown as Item;
			const index = new ContactIndex();
			for (const wanted of ['a@x.nl', 'B@X.NL', 'nobody@x.nl']) {
				const same = contacts.filter(
					(contact) => String(contact.email).trim().toLowerCase() === wanted.toLowerCase(),
				);
				const key = matchKey('email', wanted)!;
				const find = async () => await index.find(item, { field: 'email', key });
				const found = index.run(item, [key], find);
				if (same.length > 1) await expect(found).rejects.toBeInstanceOf(InputError);
				else expect((await found)?.id).toBe(same[0]?.id);
			}
			expect(scans).toBe(1);
		}),
	);
});
