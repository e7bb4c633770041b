import { getRecord } from '../record.operations';
import { contact } from './contact.kind';

export const get = getRecord(contact);
