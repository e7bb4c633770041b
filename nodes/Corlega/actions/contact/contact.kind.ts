import { getRecord } from '../record/get.operation';
import { getRecords } from '../record/getAll.operation';
import type { RecordKind } from '../record/record.kind';
import { contactId } from './contact.fields';

export const contact: RecordKind = {
	noun: 'contact',
	aNoun: 'a contact',
	plural: 'contacts',
	idField: contactId,
};

export const get = getRecord(contact);

export const getAll = getRecords(contact);
