import type { RecordKind } from '../record.operations';
import { contactId } from './contact.fields';

export const contact: RecordKind = {
	noun: 'contact',
	aNoun: 'a contact',
	plural: 'contacts',
	idField: contactId,
};
